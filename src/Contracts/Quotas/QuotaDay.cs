using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Quotas;

/// <summary>One day of a region's quota as the store has it.</summary>
/// <param name="Day">The region-local day.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="Reserved">Places taken.</param>
[GenerateSerializer, Immutable, Alias("wuying.quota-day")]
public sealed record QuotaDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] int Limit,
    [property: Id(2)] int Reserved)
{
    /// <summary>Places left; none when the limit was lowered below what is taken.</summary>
    public int Remaining => Math.Max(0, Limit - Reserved);

    /// <summary>The days of a span, each as the store has it, or untouched at the region's limit.</summary>
    public static IEnumerable<QuotaDay> Span(Region region, DateOnly first, DateOnly last, IEnumerable<QuotaDay> stored)
    {
        var known = stored.ToDictionary(row => row.Day);
        return Enumerable.Range(0, last.DayNumber - first.DayNumber + 1)
            .Select(offset => first.AddDays(offset))
            .Select(day => known.GetValueOrDefault(day) ?? new QuotaDay(day, region.DailyUpdateQuota, 0));
    }

    /// <summary>Why nobody can be given this day now (R16, R17); null when somebody can.</summary>
    public RejectionCode? WhyNotPickable(UpdateWindowCalendar calendar, DateTimeOffset now) =>
        calendar.WhyNotPickable(Day, now)?.Code ?? (Remaining == 0 ? RejectionCode.DailyQuotaExceeded : null);
}
