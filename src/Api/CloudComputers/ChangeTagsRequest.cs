using System.ComponentModel.DataAnnotations;
using Wuying.Domain.Tags;

namespace Wuying.Api.CloudComputers;

/// <summary>Changes a computer's tags; those not named stay.</summary>
public sealed record ChangeTagsRequest
{
    /// <summary>Tags to add, or to give another value, by key.</summary>
    [MaxLength(TagRules.TagsMax)]
    public IReadOnlyDictionary<string, string>? Set { get; init; }

    /// <summary>Keys to remove; those that are not there are passed over.</summary>
    [MaxLength(TagRules.TagsMax)]
    public IReadOnlyList<string>? Remove { get; init; }
}
