using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Grains.Quotas;

/// <summary>Words the refusal of a full day; names the earliest later day with room (R17).</summary>
internal static class QuotaRefusal
{
    public static Rejection For(RegionId region, DateOnly day, DateOnly? nextDayWithRoom) => new(
        RejectionCode.DailyQuotaExceeded,
        nextDayWithRoom is { } next
            ? $"The update quota of {region} for {day:yyyy-MM-dd} is used up; the earliest later day with room is {next:yyyy-MM-dd}."
            : $"The update quota of {region} for {day:yyyy-MM-dd} is used up, and no later day that can be picked has room.");
}
