namespace Wuying.Api.Snapshots;

/// <summary>Going back to a snapshot.</summary>
public sealed record RestoreSnapshotRequest
{
    /// <summary>Stop a running computer first, whoever is connected (R26).</summary>
    public bool StopFirst { get; init; }
}
