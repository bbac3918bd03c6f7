using System.Globalization;

namespace Wuying.WebConsole.Frame;

/// <summary>How sizes are written.</summary>
internal static class ByteSizes
{
    private static readonly string[] Units = ["B", "KB", "MB", "GB", "TB"];

    public static string Shown(long bytes)
    {
        var (size, unit) = ((double)bytes, 0);
        while (size >= 1024 && unit < Units.Length - 1)
        {
            (size, unit) = (size / 1024, unit + 1);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{size:0.#} {Units[unit]}");
    }
}
