using System.Globalization;

namespace Wuying.Api.Ecd.Protocol;

/// <summary>Instants as the product writes them: to the second, or to the minute.</summary>
internal static class EcdInstants
{
    public static string ToSecond(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string ToMinute(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture);
}
