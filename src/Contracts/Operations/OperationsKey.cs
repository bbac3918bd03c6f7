using System.Globalization;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Operations;

/// <summary>Spells the key of a shard's operations: <c>region/shard</c>.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Shard">One of <see cref="RegionShard.Count"/>.</param>
public readonly record struct OperationsKey(RegionId RegionId, int Shard)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is not spelled like one.</exception>
    public static OperationsKey Parse(string key) => key.Split('/') is [var region, var shard]
        ? new(new RegionId(region), int.Parse(shard, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{key}' is no key of a shard's operations.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RegionId}/{Shard}");
}
