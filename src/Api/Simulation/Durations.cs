using System.Text.RegularExpressions;
using System.Xml;

namespace Wuying.Api.Simulation;

/// <summary>Reads ISO 8601 durations. Months and years are refused: they have no fixed length.</summary>
internal static partial class Durations
{
    public static bool TryParse(string text, out TimeSpan duration)
    {
        duration = default;
        if (!Pattern().IsMatch(text))
        {
            return false;
        }

        try
        {
            duration = XmlConvert.ToTimeSpan(text);
            return true;
        }
        catch (Exception exception) when (exception is FormatException or OverflowException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\AP(?=[0-9T])([0-9]{1,7}D)?(T(?=[0-9])([0-9]{1,7}H)?([0-9]{1,9}M)?([0-9]{1,9}(\.[0-9]{1,7})?S)?)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
