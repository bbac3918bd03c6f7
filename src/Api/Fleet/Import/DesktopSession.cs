namespace Wuying.Api.Fleet.Import;

/// <summary>A session of a desktop.</summary>
internal sealed class DesktopSession
{
    public string? EndUserId { get; init; }

    public string? EstablishmentTime { get; init; }
}
