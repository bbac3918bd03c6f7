using System.Collections.Immutable;

namespace Wuying.Domain.Tags;

/// <summary>What is to become of a computer's tags. What is removed goes first, so that a key in both is set.</summary>
/// <param name="Set">Tags to add, or to give another value; of a key that comes twice the last counts.</param>
/// <param name="Removed">Keys to remove; those that are not there are passed over.</param>
/// <param name="RemovesAll">Removes every tag there is.</param>
[GenerateSerializer, Immutable, Alias("wuying.tag-change")]
public sealed record TagChange(
    [property: Id(0)] ImmutableArray<Tag> Set,
    [property: Id(1)] ImmutableArray<string> Removed,
    [property: Id(2)] bool RemovesAll = false);
