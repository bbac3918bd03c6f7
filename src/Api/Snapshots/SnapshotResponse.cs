namespace Wuying.Api.Snapshots;

/// <summary>A computer's disks at one moment.</summary>
/// <param name="SnapshotId">Names the snapshot.</param>
/// <param name="Name">What people call it.</param>
/// <param name="State">How far it is.</param>
/// <param name="IsAutomatic">True when an update asked for it.</param>
/// <param name="Version">The version it holds.</param>
/// <param name="CreatedAt">When it was complete; null before.</param>
public sealed record SnapshotResponse(
    string SnapshotId, string Name, SnapshotState State, bool IsAutomatic, string Version, DateTimeOffset? CreatedAt);
