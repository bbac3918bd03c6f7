using System.Globalization;

namespace Wuying.Contracts.Access;

/// <summary>Spells the key of a slice of nonces: <c>number/shard</c>. Slices are short, since each call writes the whole of its own.</summary>
/// <param name="Number">The slice of time: how many of this length have passed since the year 1, UTC.</param>
/// <param name="Shard">One of <see cref="ShardCount"/>.</param>
public readonly record struct NonceSliceKey(long Number, int Shard)
{
    /// <summary>How many slices there are at the same time.</summary>
    public const int ShardCount = 16;

    /// <summary>How much time is in a slice.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(10);

    /// <summary>The slice that a nonce falls to.</summary>
    /// <param name="time">The call's time.</param>
    /// <param name="hash">The nonce's hash, in hexadecimal digits.</param>
    public static NonceSliceKey Of(DateTimeOffset time, string hash) =>
        new(time.UtcTicks / Length.Ticks, Convert.ToInt32(hash[..1], ShardCount));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Shard}");
}
