namespace Wuying.Contracts.Fleet;

/// <summary>A tag that is looked for.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Value">Its value; null takes any.</param>
[GenerateSerializer, Immutable, Alias("wuying.tag-filter")]
public sealed record TagFilter(
    [property: Id(0)] string Key,
    [property: Id(1)] string? Value);
