namespace Wuying.Api.Ecd.Snapshots;

/// <summary>What lists of snapshots are asked for, by administrators and end users alike.</summary>
internal interface ISnapshotFilter
{
    string? DesktopId { get; }

    string? SnapshotId { get; }

    int MaxResults { get; }

    string? NextToken { get; }
}
