namespace Wuying.Api.Fleet.Import;

/// <summary>The versions that a desktop tells.</summary>
internal sealed class DesktopVersion
{
    public string? CurrentAppVersion { get; init; }
}
