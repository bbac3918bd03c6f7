using System.Globalization;

namespace Wuying.Contracts.Access;

/// <summary>Spells the key of a slice of nonces: <c>minute/shard</c>.</summary>
/// <param name="Minute">Minutes since the year 1, UTC.</param>
/// <param name="Shard">One of <see cref="ShardCount"/>.</param>
public readonly record struct NonceSliceKey(long Minute, int Shard)
{
    /// <summary>How many slices a minute has.</summary>
    public const int ShardCount = 16;

    /// <summary>The slice that a nonce falls to.</summary>
    /// <param name="time">The call's time.</param>
    /// <param name="hash">The nonce's hash, in hexadecimal digits.</param>
    public static NonceSliceKey Of(DateTimeOffset time, string hash) =>
        new(time.UtcTicks / TimeSpan.TicksPerMinute, Convert.ToInt32(hash[..1], ShardCount));

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Minute}/{Shard}");
}
