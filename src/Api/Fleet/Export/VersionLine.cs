namespace Wuying.Api.Fleet.Export;

/// <summary>A published version, as a line of an export; those of a region stand in order of publication.</summary>
internal sealed class VersionLine
{
    public string? Kind { get; init; }

    public string? RegionId { get; init; }

    public string? Version { get; init; }

    public string? PublishedAt { get; init; }

    public long PackageSizeBytes { get; init; }

    public string? PushState { get; init; }

    public int PushedBy { get; init; }

    public string? PushScope { get; init; }

    public int StoppedBy { get; init; }

    public IReadOnlyDictionary<string, string?>? ReleaseNotes { get; init; }
}
