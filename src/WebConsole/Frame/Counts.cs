using System.Globalization;

namespace Wuying.WebConsole.Frame;

/// <summary>How numbers are written.</summary>
internal static class Counts
{
    public static string Shown(long count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A share in whole percent: 100 only when nothing is missing, 0 only when there is nothing.</summary>
    public static int Percent(long part, long whole) => whole == 0 || part == whole
        ? 100
        : part == 0 ? 0 : (int)Math.Clamp(part * 100 / whole, 1, 99);
}
