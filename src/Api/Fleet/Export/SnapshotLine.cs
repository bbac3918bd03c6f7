namespace Wuying.Api.Fleet.Export;

/// <summary>A snapshot, in the line of its computer.</summary>
internal sealed class SnapshotLine
{
    public string? SnapshotId { get; init; }

    public string? Name { get; init; }

    public bool IsAutomatic { get; init; }

    public string? Version { get; init; }

    /// <summary>What the computer was doing: it is that again after a restore.</summary>
    public string? StatusThen { get; init; }

    public string? CreatedAt { get; init; }
}
