namespace Wuying.Api.Fleet.Import;

/// <summary>A tag of a desktop.</summary>
internal sealed class DesktopTag
{
    public string? Key { get; init; }

    public string? Value { get; init; }
}
