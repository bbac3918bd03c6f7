using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Ecd.Snapshots;

namespace Wuying.Api.Ecd.Client;

internal sealed record ClientSnapshotsRequest : LoggedOnRequest, IRegionalRequest, ISnapshotFilter
{
    [Required]
    public string? RegionId { get; init; }

    public string? DesktopId { get; init; }

    public string? SnapshotId { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 100;

    public string? NextToken { get; init; }
}
