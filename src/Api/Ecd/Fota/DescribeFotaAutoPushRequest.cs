using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Fota;

internal sealed record DescribeFotaAutoPushRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }
}
