using System.Collections.Immutable;

namespace Wuying.Domain.Snapshots;

/// <summary>Which snapshots a computer keeps (R27).</summary>
public static class SnapshotRetention
{
    /// <summary>The most that a computer keeps.</summary>
    public const int SnapshotsMax = 10;

    /// <summary>Those to remove so that at most <see cref="SnapshotsMax"/> stay: the oldest automatic ones first, then the oldest; never one in use.</summary>
    public static ImmutableArray<SnapshotId> ToRemove(ImmutableArray<Snapshot> snapshots, SnapshotId? inUse) =>
        [.. snapshots
            .Where(snapshot => snapshot.Id != inUse)
            .OrderByDescending(snapshot => snapshot.IsAutomatic)
            .ThenBy(snapshot => snapshot.CreatedAt)
            .Take(Math.Max(0, snapshots.Length - SnapshotsMax))
            .Select(snapshot => snapshot.Id)];
}
