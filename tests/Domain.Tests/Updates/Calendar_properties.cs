using System.Collections.Immutable;

namespace Wuying.Domain.Tests.Updates;

/// <summary>R15, R16, R29 and R30 for any zone and any instant from 2015 to 2035, against the zone's own clocks.</summary>
public sealed class Calendar_properties
{
    private const int Cases = 3_000;

    private static readonly ImmutableArray<TimeZoneInfo> Zones = [.. TimeZoneInfo.GetSystemTimeZones()];

    private static readonly Gen<(TimeZoneInfo Zone, DateTimeOffset Now)> ZoneAndInstant = Gen.Select(
        Gen.Int[0, Zones.Length - 1].Select(index => Zones[index]),
        Gen.Long[Given.Utc("2015-01-01T00:00:00Z").UtcTicks, Given.Utc("2035-12-31T00:00:00Z").UtcTicks]
            .Select(ticks => new DateTimeOffset(ticks, TimeSpan.Zero)),
        Gen.Int[0, 3],
        (zone, instant, near) => (zone, near < 2 ? NextClockChange(zone, instant).AddDays(near) : instant));

    [Fact]
    public void R30_A_day_is_what_the_regions_clocks_show() => ForAll((calendar, zone, now) =>
        calendar.DayOf(now) == DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).DateTime));

    [Fact]
    public void R29_A_window_starts_at_the_first_instant_of_its_day() => ForAll((calendar, _, now) =>
    {
        var day = calendar.DayOf(now);
        var start = calendar.WindowOf(day).StartsAt;
        return calendar.DayOf(start) == day
            && calendar.DayOf(start - Given.Tick) < day
            && QuartersBefore(start).All(earlier => calendar.DayOf(earlier) < day);
    });

    [Fact]
    public void R29_A_window_ends_when_the_clocks_first_reach_five() => ForAll((calendar, zone, now) =>
    {
        var window = calendar.WindowOf(calendar.DayOf(now));
        return LocalTime(zone, window.EndsAt) >= new TimeOnly(5, 0)
            && LocalTime(zone, window.EndsAt - Given.Tick) < new TimeOnly(5, 0)
            && window.EndsAt - window.StartsAt is { TotalHours: >= 2 and <= 8 };
    });

    [Fact]
    public void R29_Windows_of_consecutive_days_do_not_overlap() => ForAll((calendar, _, now) =>
    {
        var day = calendar.DayOf(now);
        return calendar.WindowOf(day).EndsAt < calendar.WindowOf(day.AddDays(1)).StartsAt;
    });

    [Fact]
    public void R16_The_first_pickable_day_is_pickable_and_nothing_earlier_is() => ForAll((calendar, _, now) =>
    {
        var first = calendar.FirstPickableDay(now);
        return calendar.WhyNotPickable(first, now) is null
            && Enumerable.Range(1, 40).All(back => calendar.WhyNotPickable(first.AddDays(-back), now)?.Code is RejectionCode.DateTooSoon);
    });

    [Fact]
    public void R16_A_day_is_pickable_when_it_starts_in_three_hours_or_more_and_is_at_most_thirty_days_ahead() => ForAll((calendar, _, now) =>
    {
        var today = calendar.DayOf(now);
        return Enumerable.Range(-3, 40).All(ahead =>
        {
            var day = today.AddDays(ahead);
            var expected = ahead is >= 1 and <= 30 && calendar.WindowOf(day).StartsAt >= now.AddHours(3);
            return expected == calendar.WhyNotPickable(day, now) is null;
        });
    });

    private static void ForAll(Func<UpdateWindowCalendar, TimeZoneInfo, DateTimeOffset, bool> holds) =>
        ZoneAndInstant.Sample(
            given => holds(new UpdateWindowCalendar(given.Zone), given.Zone, given.Now),
            iter: Cases,
            print: given => $"{given.Zone.Id} at {given.Now:O}");

    // Clock changes are two days of a year: left to chance they would hardly be tried. Within a day before the next one; the instant itself if none comes.
    private static DateTimeOffset NextClockChange(TimeZoneInfo zone, DateTimeOffset instant) =>
        Enumerable.Range(0, 366).Select(days => instant.AddDays(days))
            .FirstOrDefault(day => zone.GetUtcOffset(day) != zone.GetUtcOffset(day.AddDays(1)), instant);

    private static IEnumerable<DateTimeOffset> QuartersBefore(DateTimeOffset instant) =>
        Enumerable.Range(1, 26 * 4).Select(quarters => instant.AddMinutes(-15 * quarters));

    private static TimeOnly LocalTime(TimeZoneInfo zone, DateTimeOffset instant) =>
        TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
