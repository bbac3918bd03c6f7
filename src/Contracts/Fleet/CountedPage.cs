namespace Wuying.Contracts.Fleet;

/// <summary>One page of a list, and how long the whole list is.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Page">The page.</param>
/// <param name="Total">How many there are on all pages, at the same moment.</param>
[GenerateSerializer, Immutable, Alias("wuying.counted-page`1")]
public sealed record CountedPage<T>(
    [property: Id(0)] Page<T> Page,
    [property: Id(1)] long Total);
