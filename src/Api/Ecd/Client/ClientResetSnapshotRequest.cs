using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Client;

internal sealed record ClientResetSnapshotRequest : LoggedOnRequest, IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required]
    public string? SnapshotId { get; init; }

    public string? DesktopId { get; init; }

    public bool StopDesktop { get; init; }
}
