using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Regions;

internal sealed record ClientRegionsRequest : IRegionalRequest
{
    [Required]
    public string? ClientId { get; init; }

    public string? RegionId { get; init; }
}
