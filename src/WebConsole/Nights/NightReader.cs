using System.Collections.Concurrent;
using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.WebConsole.Fleet;

namespace Wuying.WebConsole.Nights;

/// <summary>Reads nights for all open pages: counts, however many computers there are, and a handful of rows.</summary>
public sealed class NightReader(FleetGrains fleet, TimeProvider clock)
{
    /// <summary>The days that the versions are shown for.</summary>
    public const int VersionDays = 14;

    /// <summary>The most rows shown of those that failed, and of those that were missed.</summary>
    public const int RowsMax = 8;

    /// <summary>Nights that are remembered to be asked about; who asks for more begins anew.</summary>
    private const int NightsMax = 500;

    private readonly ConcurrentDictionary<(RegionId, DateOnly, DateOnly), SharedQuestion<NightView>> _nights = [];

    /// <summary>Reads a night.</summary>
    /// <param name="region">Where.</param>
    /// <param name="night">The region's day.</param>
    /// <param name="today">The region's day now.</param>
    public Task<NightView> ReadAsync(RegionId region, DateOnly night, DateOnly today)
    {
        if (_nights.Count > NightsMax)
        {
            _nights.Clear();
        }

        return _nights.GetOrAdd((region, night, today), _ => new(() => AskAsync(region, night, today), clock)).AskAsync();
    }

    /// <summary>The night that is meant by tonight: the one that runs, the coming one for which something is planned, or the last one that had something.</summary>
    public async Task<DateOnly> FindTonightAsync(RegionId region, DateTimeOffset now)
    {
        var calendar = ProductRegion.CalendarOf(region);
        var today = calendar.DayOf(now);
        if (now < calendar.WindowOf(today).EndsAt)
        {
            return today;
        }

        var tomorrow = today.AddDays(1);
        var counts = await fleet.Queries.CountUpdatesAsync(region, today, calendar.FirstPickableDay(now), null);
        return Coming(counts, today) ?? (counts.Any(group => group.Date == today && IsOfNight(group)) ? today : tomorrow);
    }

    private static DateOnly? Coming(ImmutableArray<UpdateGroup> counts, DateOnly today) =>
        counts.Where(group => group.Date > today && IsOfNight(group)).Min(group => (DateOnly?)group.Date);

    private static bool IsOfNight(UpdateGroup group) =>
        group.Method is UpdateMethod.Scheduled && group.State is not (UpdateRowState.Cancelled or UpdateRowState.Superseded);

    private async Task<NightView> AskAsync(RegionId region, DateOnly night, DateOnly today)
    {
        var calendar = ProductRegion.CalendarOf(region);
        var groups = fleet.Queries.CountUpdatesAsync(region, night, night, Night.SlotLength);
        var summary = fleet.Queries.SummarizeAsync(region);
        var updates = fleet.Queries.CountUpdatesAsync(region, today.AddDays(1 - VersionDays), today, null);
        var quotas = ReadQuotasAsync(region, today);
        var shown = Night.Of(night, calendar.WindowOf(night), await groups);
        var counted = await summary;
        return new NightView(
            shown,
            counted,
            VersionsOfDay.Of(today, counted.ByVersion, await updates, VersionDays),
            await quotas,
            await ListAsync(region, night, UpdateRowState.Failed, shown.Failed),
            await ListAsync(region, night, UpdateRowState.Missed, shown.Missed));
    }

    private async Task<ImmutableArray<UpdateRow>> ListAsync(RegionId region, DateOnly night, UpdateRowState state, long count) => count == 0
        ? []
        : (await fleet.Queries.ListUpdatesAsync(region, night, state, null, null, RowsMax)).Page.Items;

    private async Task<ImmutableArray<QuotaDay>> ReadQuotasAsync(RegionId region, DateOnly today)
    {
        var last = today.AddDays(UpdateWindowCalendar.DaysAheadMax);
        return await fleet.Region(region).GetAsync() is { } known
            ? [.. QuotaDay.Span(known, today, last, await fleet.Queries.ListQuotasAsync(region, today, last))]
            : [];
    }
}
