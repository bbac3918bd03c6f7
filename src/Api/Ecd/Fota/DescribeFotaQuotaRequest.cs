using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaQuotaRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    /// <summary>The first day; today unless given.</summary>
    public DateOnly? StartDate { get; init; }

    /// <summary>The last day; 30 days after the first unless given.</summary>
    public DateOnly? EndDate { get; init; }
}
