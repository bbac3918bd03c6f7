using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">The items, in the list's order.</param>
/// <param name="NextCursor">Where the next page begins: the sort key of the last item; null on the last page.</param>
[GenerateSerializer, Immutable, Alias("wuying.page`1")]
public sealed record Page<T>(
    [property: Id(0)] ImmutableArray<T> Items,
    [property: Id(1)] string? NextCursor);
