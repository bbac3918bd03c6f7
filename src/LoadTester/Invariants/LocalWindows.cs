using System.Globalization;

namespace Wuying.LoadTester.Invariants;

/// <summary>The update windows of local days (R15, R29), worked out here anew.</summary>
/// <param name="zones">The IANA time zone of each region.</param>
internal sealed class LocalWindows(IReadOnlyDictionary<string, string> zones)
{
    private readonly Dictionary<(string Region, string Day), (DateTimeOffset Start, DateTimeOffset End)> _known = [];

    /// <summary>From the instant of 00:00 to that of 05:00.</summary>
    /// <param name="region">The region.</param>
    /// <param name="day">The day, <c>yyyy-MM-dd</c>.</param>
    public (DateTimeOffset Start, DateTimeOffset End) Of(string region, string day)
    {
        if (!_known.TryGetValue((region, day), out var window))
        {
            var midnight = DateTime.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read)
                ? read
                : throw new HistoryShapeException($"{day} is no day");
            _known[(region, day)] = window = (InstantOf(region, midnight), InstantOf(region, midnight.AddHours(5)));
        }

        return window;
    }

    // A local time that the clocks skip is reached when they have skipped it.
    private DateTimeOffset InstantOf(string region, DateTime local)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zones.TryGetValue(region, out var name)
            ? name
            : throw new HistoryShapeException($"the time zone of {region} is not known"));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return new DateTimeOffset(local, zone.IsAmbiguousTime(local) ? zone.GetAmbiguousTimeOffsets(local).Max() : zone.GetUtcOffset(local));
    }
}
