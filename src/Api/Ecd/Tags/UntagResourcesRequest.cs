using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Tags;

internal sealed record UntagResourcesRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, AllowedValues(ResourceTypes.Desktop)]
    public string? ResourceType { get; init; }

    [Required, Length(1, 50)]
    public IReadOnlyList<string>? ResourceId { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<string>? TagKey { get; init; }

    /// <summary>Removes every tag; without keys only.</summary>
    public bool All { get; init; }
}
