namespace Wuying.Api.Ecd.Snapshots;

internal sealed record CreateSnapshotAnswer(string? SnapshotId);
