namespace Wuying.Api.Ecd.Snapshots;

/// <remarks>
/// <c>Progress</c>: only once it is complete.
/// <c>RemainTime</c>: in seconds, while it is being made.
/// </remarks>
internal sealed record ClientSnapshotAnswer(
    string SnapshotId, string SnapshotName, string SnapshotType, string Status, string? Progress, int? RemainTime, string CreationTime, string DesktopId);
