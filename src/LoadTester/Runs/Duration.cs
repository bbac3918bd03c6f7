using System.Globalization;
using System.Text.RegularExpressions;

namespace Wuying.LoadTester.Runs;

/// <summary>A duration as people write it: <c>90s</c>, <c>5m</c>, <c>1h30m</c>.</summary>
/// <param name="Time">How long.</param>
internal readonly partial record struct Duration(TimeSpan Time)
{
    /// <summary>Reads one; false when it is none.</summary>
    public static bool TryParse(string text, out Duration duration)
    {
        duration = default;
        var match = Pattern().Match(text);
        if (!match.Success || text.Length == 0)
        {
            return false;
        }

        duration = new(TimeSpan.FromHours(Part(match, 1)) + TimeSpan.FromMinutes(Part(match, 2)) + TimeSpan.FromSeconds(Part(match, 3)));
        return true;
    }

    /// <summary>As it is read.</summary>
    public override string ToString()
    {
        var hours = (int)Time.TotalHours;
        var seconds = Time.Seconds + (Time.Milliseconds / 1_000.0);
        var text = $"{(hours > 0 ? $"{hours}h" : "")}{(Time.Minutes > 0 ? $"{Time.Minutes}m" : "")}"
            + (seconds > 0 ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.###}s") : "");
        return text.Length == 0 ? "0s" : text;
    }

    private static double Part(Match match, int group) =>
        match.Groups[group].Success ? double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"\A(?:([0-9]{1,4})h)?(?:([0-9]{1,5})m)?(?:([0-9]{1,6}(?:\.[0-9]{1,3})?)s)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
