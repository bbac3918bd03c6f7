using System.Globalization;

namespace Wuying.LoadTester.Service;

/// <summary>Instants as the API writes them (R31).</summary>
internal static class Instants
{
    public static string Text(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
}
