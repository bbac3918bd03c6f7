using Wuying.Domain.Decisions;

namespace Wuying.Domain.Updates;

/// <summary>Local days, their windows and which of them can be picked (R15, R16, R29, R30). The only place that knows time zones.</summary>
/// <param name="zone">The region's IANA time zone.</param>
public sealed class UpdateWindowCalendar(TimeZoneInfo zone)
{
    /// <summary>How much of the day before must be left to pick a day (R16).</summary>
    public static readonly TimeSpan NoticeMin = TimeSpan.FromHours(3);

    /// <summary>The furthest day that can be picked, counted from today (R16).</summary>
    public const int DaysAheadMax = 30;

    private static readonly TimeOnly WindowEnd = new(5, 0);

    /// <summary>What the region's clocks show at an instant.</summary>
    public DateTime LocalTimeOf(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, zone).DateTime;

    /// <summary>The region's local calendar day at an instant (R30).</summary>
    public DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(LocalTimeOf(instant));

    /// <summary>The window of a day (R15, R29).</summary>
    public UpdateWindow WindowOf(DateOnly day) => new(
        InstantOf(day.ToDateTime(TimeOnly.MinValue)),
        InstantOf(day.ToDateTime(WindowEnd)));

    /// <summary>Why a day cannot be picked at an instant, or null when it can (R16).</summary>
    public Rejection? WhyNotPickable(DateOnly day, DateTimeOffset now)
    {
        var today = DayOf(now);
        if (day <= today)
        {
            return new(RejectionCode.DateTooSoon, $"{day:yyyy-MM-dd} is not after today, {today:yyyy-MM-dd}, in the region.");
        }

        if (day.DayNumber - today.DayNumber > DaysAheadMax)
        {
            return new(RejectionCode.DateTooFar, $"{day:yyyy-MM-dd} is more than {DaysAheadMax} days after {today:yyyy-MM-dd}.");
        }

        return WindowOf(day).StartsAt - now < NoticeMin
            ? new(RejectionCode.DateTooSoon, $"{day:yyyy-MM-dd} begins in less than three hours.")
            : null;
    }

    /// <summary>The first day that can be picked at an instant: tomorrow or the day after (R16).</summary>
    public DateOnly FirstPickableDay(DateTimeOffset now)
    {
        var tomorrow = DayOf(now).AddDays(1);
        return WhyNotPickable(tomorrow, now) is null ? tomorrow : tomorrow.AddDays(1);
    }

    /// <summary>The first instant at which the zone's clocks show a local time, or a later one where a clock change skips it (R29).</summary>
    public DateTimeOffset InstantOf(DateTime local)
    {
        // Only instants are asked about: what TimeZoneInfo says of local times is wrong in some zones (Asia/Amman has skipped midnights that it calls valid).
        var asUtc = new DateTimeOffset(local, TimeSpan.Zero);
        var before = asUtc.AddHours(-26);
        var after = asUtc.AddHours(26);
        if (zone.GetUtcOffset(before) == zone.GetUtcOffset(after))
        {
            return asUtc - zone.GetUtcOffset(before);
        }

        // A time that comes twice is found the first time: the start of the day, and the safe end of a window.
        while (after - before > TimeSpan.FromTicks(1))
        {
            var middle = before + ((after - before) / 2);
            if (TimeZoneInfo.ConvertTime(middle, zone).DateTime >= local)
            {
                after = middle;
            }
            else
            {
                before = middle;
            }
        }

        return after;
    }
}
