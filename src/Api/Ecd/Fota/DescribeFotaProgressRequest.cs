using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaProgressRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    /// <summary>The region-local day; today unless given.</summary>
    public DateOnly? Date { get; init; }

    public string? State { get; init; }

    [Range(1, 100)]
    public int MaxResults { get; init; } = 20;

    public string? NextToken { get; init; }
}
