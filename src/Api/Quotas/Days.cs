using System.Globalization;

namespace Wuying.Api.Quotas;

/// <summary>Reads days as the API writes them.</summary>
internal static class Days
{
    /// <summary>What is expected, for messages.</summary>
    public const string Expected = "A day from 2000-01-01 to 2999-12-31, written yyyy-MM-dd.";

    // The calendar computes with neighbouring days and zones; the ends of time have none.
    private static readonly DateOnly First = new(2000, 1, 1);
    private static readonly DateOnly Last = new(2999, 12, 31);

    public static bool TryParse(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day >= First && day <= Last;
}
