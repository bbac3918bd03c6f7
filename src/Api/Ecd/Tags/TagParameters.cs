using System.Collections.Immutable;
using Wuying.Api.Ecd.Errors;
using Wuying.Domain.Tags;

namespace Wuying.Api.Ecd.Tags;

/// <summary>Reads the tags of a call.</summary>
internal static class TagParameters
{
    /// <summary>What is wrong with tags to be set, or null.</summary>
    public static EcdError? FirstMistake(IReadOnlyList<TagParameter>? tags) =>
        tags?.Select(tag => TagRules.WhyNot(ToTag(tag))).FirstOrDefault(why => why is not null) is { } mistake
            ? GatewayErrors.Invalid("Tag", mistake)
            : null;

    /// <summary>Tags to be set; of a key that comes twice the last counts.</summary>
    public static ImmutableArray<Tag> Read(IReadOnlyList<TagParameter>? tags) => TagRules.Merge((tags ?? []).Select(ToTag));

    private static Tag ToTag(TagParameter tag) => new(tag.Key!, tag.Value ?? "");
}
