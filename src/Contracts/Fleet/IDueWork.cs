using System.Collections.Immutable;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>What the tickers ask the store: whose turn is it? The rows are the truth; nobody keeps a list.</summary>
public interface IDueWork
{
    /// <summary>What is due in a shard at an instant, and whether anything is to come: one question, for ticks are many.</summary>
    /// <param name="region">The region.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="window">The day whose window asks: its pending updates and the operations that serve them. Null: all other work.</param>
    /// <param name="now">Due at or before this instant.</param>
    /// <param name="withChanged">Also the waiting updates of that day whose obstacle (<see cref="UpdateRules.StartObstacle"/>) differs from their recorded reason: a connection check (R20).</param>
    Task<DueWork> FindDueAsync(RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool withChanged);

    /// <summary>Places in a day's quota that no update accounts for (R17): left behind by a crash, or in flight.</summary>
    Task<ImmutableArray<QuotaReservation>> ListStrayReservationsAsync(RegionId region, DateOnly day, int shard);

    /// <summary>Every shard that has work, with the window's day or null: to be woken at start-up.</summary>
    Task<ImmutableArray<ShardWork>> ListShardsWithWorkAsync();
}
