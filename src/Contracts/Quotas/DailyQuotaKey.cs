using System.Globalization;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Quotas;

/// <summary>Spells the key of a daily quota: <c>region/yyyy-MM-dd</c>.</summary>
/// <param name="RegionId">The region.</param>
/// <param name="Day">Its local day.</param>
public readonly record struct DailyQuotaKey(RegionId RegionId, DateOnly Day)
{
    /// <summary>Reads a key.</summary>
    /// <exception cref="FormatException">It is not spelled like one.</exception>
    public static DailyQuotaKey Parse(string key) => key.Split('/') is [var region, var day]
        ? new(new RegionId(region), DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture))
        : throw new FormatException($"'{key}' is no key of a daily quota.");

    /// <inheritdoc/>
    public override string ToString() => $"{RegionId}/{Day:yyyy-MM-dd}";
}
