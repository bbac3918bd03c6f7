using System.Globalization;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Updates;

/// <summary>Spells the key of a night's window: <c>region/yyyy-MM-dd/shard</c>.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Day">Its local day.</param>
/// <param name="Shard">One of <see cref="RegionShard.Count"/>.</param>
public readonly record struct UpdateWindowKey(RegionId RegionId, DateOnly Day, int Shard)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is not spelled like one.</exception>
    public static UpdateWindowKey Parse(string key) => key.Split('/') is [var region, var day, var shard]
        ? new(
            new RegionId(region),
            DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            int.Parse(shard, CultureInfo.InvariantCulture))
        : throw new FormatException($"'{key}' is no key of an update window.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{RegionId}/{Day:yyyy-MM-dd}/{Shard}");
}
