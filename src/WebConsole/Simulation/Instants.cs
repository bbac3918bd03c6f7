using System.Globalization;
using Wuying.Domain.Updates;

namespace Wuying.WebConsole.Simulation;

/// <summary>How instants and days are written: alike in all languages.</summary>
internal static class Instants
{
    /// <summary>For machines.</summary>
    public static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>In UTC, for people.</summary>
    public static string UtcShown(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>What the region's clocks show.</summary>
    public static string Local(DateTimeOffset at, UpdateWindowCalendar calendar, bool seconds = false) =>
        calendar.LocalTimeOf(at).ToString(seconds ? "yyyy-MM-dd HH:mm:ss" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    /// <summary>A day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
