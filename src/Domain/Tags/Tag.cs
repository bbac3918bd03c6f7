namespace Wuying.Domain.Tags;

/// <summary>What a caller noted on a computer to find it by.</summary>
/// <param name="Key">What is noted; a computer has each key once, and keys differ by case.</param>
/// <param name="Value">What is said of it; may be empty.</param>
[GenerateSerializer, Immutable, Alias("wuying.tag")]
public sealed record Tag(
    [property: Id(0)] string Key,
    [property: Id(1)] string Value);
