using System.Globalization;

namespace Wuying.LoadTester.Reports;

/// <summary>Numbers as reports write them.</summary>
internal static class Numbers
{
    /// <summary>A count.</summary>
    public static string Count(double count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Milliseconds: as many digits as mean something.</summary>
    public static string Milliseconds(double milliseconds) => milliseconds switch
    {
        0 => "0",
        < 1 => milliseconds.ToString("0.0##", CultureInfo.InvariantCulture),
        < 10 => milliseconds.ToString("0.#", CultureInfo.InvariantCulture),
        _ => milliseconds.ToString("N0", CultureInfo.InvariantCulture),
    };

    /// <summary>Any figure: whole when it is large, with a few digits when it is small.</summary>
    public static string Any(double value) => Math.Abs(value) switch
    {
        >= 1_000 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("N1", CultureInfo.InvariantCulture).Replace(".0", "", StringComparison.Ordinal),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };

    /// <summary>A share.</summary>
    public static string Percent(double share) => share switch
    {
        0 => "0 %",
        < 0.001 => "< 0.1 %",
        _ => (share * 100).ToString("0.#", CultureInfo.InvariantCulture) + " %",
    };

    /// <summary>An instant.</summary>
    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
