using System.Collections.Immutable;

namespace Wuying.Contracts.Access;

/// <summary>The ring as it is kept.</summary>
/// <param name="Elements">Each key as XML, oldest first. One comes every few months; none ever goes, or what it encrypted could be read no more.</param>
[GenerateSerializer, Immutable, Alias("wuying.key-ring")]
public sealed record KeyRing([property: Id(0)] ImmutableArray<string> Elements)
{
    /// <summary>The most keys of a ring: some decades' worth.</summary>
    public const int ElementsMax = 500;

    /// <summary>A ring without a key.</summary>
    public static readonly KeyRing Empty = new([]);
}
