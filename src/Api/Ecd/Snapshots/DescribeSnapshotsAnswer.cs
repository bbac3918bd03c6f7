namespace Wuying.Api.Ecd.Snapshots;

internal sealed record DescribeSnapshotsAnswer(IReadOnlyList<SnapshotAnswer> Snapshots, string? NextToken);
