namespace Wuying.Api.Ecd.Snapshots;

internal sealed record ClientSnapshotsAnswer(IReadOnlyList<ClientSnapshotAnswer> Snapshots, string? NextToken);
