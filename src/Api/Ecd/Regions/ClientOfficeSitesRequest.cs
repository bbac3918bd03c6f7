using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Binding;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Regions;

[Ignored("Uuid")]
internal sealed record ClientOfficeSitesRequest : IRegionalRequest
{
    [Required]
    public string? ClientId { get; init; }

    [Required]
    public string? RegionId { get; init; }

    [Length(1, 100)]
    public IReadOnlyList<string>? OfficeSiteId { get; init; }
}
