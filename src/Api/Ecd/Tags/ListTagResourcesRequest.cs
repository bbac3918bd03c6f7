using System.ComponentModel.DataAnnotations;
using Wuying.Api.Ecd.Protocol;

namespace Wuying.Api.Ecd.Tags;

internal sealed record ListTagResourcesRequest : IRegionalRequest
{
    [Required]
    public string? RegionId { get; init; }

    [Required, AllowedValues(ResourceTypes.Desktop)]
    public string? ResourceType { get; init; }

    [Length(1, 50)]
    public IReadOnlyList<string>? ResourceId { get; init; }

    [Length(1, 20)]
    public IReadOnlyList<TagParameter>? Tag { get; init; }

    [Range(1, 1_000)]
    public int MaxResults { get; init; } = 50;

    public string? NextToken { get; init; }
}
