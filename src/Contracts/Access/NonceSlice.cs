using System.Collections.Immutable;

namespace Wuying.Contracts.Access;

/// <summary>The nonces of signed calls of some seconds, as far as they fall to one shard.</summary>
/// <param name="Hashes">A hash of each, with the key that used it.</param>
[GenerateSerializer, Immutable, Alias("wuying.nonce-slice")]
public sealed record NonceSlice([property: Id(0)] ImmutableSortedSet<string> Hashes)
{
    /// <summary>The most nonces of a slice: over all shards some thousands of calls a second.</summary>
    public const int NoncesMax = 2_000;

    /// <summary>How many bytes a hash has.</summary>
    public const int HashBytes = 16;

    /// <summary>How long a slice is kept, in the system's time: longer than any call with a time in it is taken.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>A slice without any.</summary>
    public static readonly NonceSlice Empty = new(ImmutableSortedSet.Create<string>(StringComparer.Ordinal));
}
