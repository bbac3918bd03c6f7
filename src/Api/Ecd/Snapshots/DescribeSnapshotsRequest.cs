using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Snapshots;

[Refused("Creator", "DesktopScenario", "OsType")]
internal sealed record DescribeSnapshotsRequest : IRegionalRequest, ISnapshotFilter
{
    [Required]
    public string? RegionId { get; init; }

    public string? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? SnapshotId { get; init; }

    public string? SnapshotName { get; init; }

    [RegularExpression("^(?i)(all|auto|user)$", ErrorMessage = "all, auto or user.")]
    public string? SnapshotType { get; init; }

    /// <summary>Every snapshot here is of all disks: each is one of the disk that is asked for.</summary>
    [RegularExpression("^(?i)(system|data)$", ErrorMessage = "System or Data.")]
    public string? SourceDiskType { get; init; }

    public DateTimeOffset? StartTime { get; init; }

    public DateTimeOffset? EndTime { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 10;

    public string? NextToken { get; init; }
}
