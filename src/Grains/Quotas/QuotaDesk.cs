using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Quotas;

/// <summary>Where the computers of a silo ask for places in a daily quota. Requests that wait at the same moment travel to the quota's grain together, so a bulk request costs one write a wave and not one a computer.</summary>
internal sealed class QuotaDesk(
    IGrainFactory grains, IFleetQueries queries, [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock)
{
    /// <summary>The most requests that travel together.</summary>
    public const int BatchMax = 1_000;

    private readonly ConcurrentDictionary<DailyQuotaKey, Gatherer<UpdateId, QuotaAnswer>> _counters = new();

    /// <summary>Takes a place; asking again for the same id takes no second one.</summary>
    public Task<QuotaAnswer> ReserveAsync(RegionId region, QuotaReservation reservation)
    {
        var key = new DailyQuotaKey(region, reservation.Day);
        return _counters.GetOrAdd(key, CounterFor).AskAsync(reservation.Id);
    }

    /// <summary>Gives a place back.</summary>
    public Task ReleaseAsync(RegionId region, QuotaReservation reservation) =>
        grains.GetGrain<IDailyQuotaGrain>(new DailyQuotaKey(region, reservation.Day).ToString()).ReleaseAsync([reservation.Id]);

    private Gatherer<UpdateId, QuotaAnswer> CounterFor(DailyQuotaKey key) => new(BatchMax, ids => ReserveAsync(key, ids));

    private async Task<IReadOnlyList<QuotaAnswer>> ReserveAsync(DailyQuotaKey key, ImmutableArray<UpdateId> ids)
    {
        var granted = await grains.GetGrain<IDailyQuotaGrain>(key.ToString()).ReserveAsync(ids);
        var next = granted.All(yes => yes) ? null : await NextDayWithRoomAsync(key);
        return [.. granted.Select(yes => new QuotaAnswer(yes, yes ? null : next))];
    }

    // Days that nobody has asked about have no row, and the region's limit.
    private async Task<DateOnly?> NextDayWithRoomAsync(DailyQuotaKey key)
    {
        var now = clock.GetUtcNow();
        var calendar = ProductRegion.CalendarOf(key.RegionId);
        var last = calendar.DayOf(now).AddDays(UpdateWindowCalendar.DaysAheadMax);
        var limit = (await queries.ListRegionsAsync()).Single(region => region.Id == key.RegionId).DailyUpdateQuota;
        var room = (await queries.ListQuotasAsync(key.RegionId, key.Day, last)).ToDictionary(day => day.Day, day => day.Limit - day.Reserved);
        return Enumerable.Range(1, Math.Max(0, last.DayNumber - key.Day.DayNumber))
            .Select(key.Day.AddDays)
            .Where(day => room.GetValueOrDefault(day, limit) > 0 && calendar.WhyNotPickable(day, now) is null)
            .Select(day => (DateOnly?)day)
            .FirstOrDefault();
    }
}
