using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Snapshots;

internal sealed record ResetSnapshotRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? SnapshotId { get; init; }

    public bool StopDesktop { get; init; }
}
