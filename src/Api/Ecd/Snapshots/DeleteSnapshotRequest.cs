using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Snapshots;

internal sealed record DeleteSnapshotRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, Length(1, 100)]
    public IReadOnlyList<string>? SnapshotId { get; init; }
}
