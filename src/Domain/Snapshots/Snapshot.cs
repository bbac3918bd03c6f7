using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Domain.Snapshots;

/// <summary>A computer's disks at one moment, to go back to (R18, R26).</summary>
/// <param name="Id">Names the snapshot.</param>
/// <param name="Name">What the caller called it; for automatic ones, the update it was taken for.</param>
/// <param name="CreatedAt">When it was complete.</param>
/// <param name="IsAutomatic">True when an update asked for it, and not a caller (R27).</param>
/// <param name="Version">The version it holds.</param>
/// <param name="StatusThen">What the computer was doing: it is that again after a restore.</param>
[GenerateSerializer, Immutable, Alias("wuying.snapshot")]
public sealed record Snapshot(
    [property: Id(0)] SnapshotId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] DateTimeOffset CreatedAt,
    [property: Id(3)] bool IsAutomatic,
    [property: Id(4)] ImageVersion Version,
    [property: Id(5)] CloudComputerStatus StatusThen);
