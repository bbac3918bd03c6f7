using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaPendingDesktopsRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    public string? TaskUid { get; init; }

    public string? DesktopId { get; init; }

    public string? DesktopName { get; init; }

    public string? OfficeSiteId { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 20;

    public string? NextToken { get; init; }
}
