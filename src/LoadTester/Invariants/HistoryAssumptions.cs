using System.Globalization;

namespace Wuying.LoadTester.Invariants;

/// <summary>What a verdict rests on.</summary>
internal static class HistoryAssumptions
{
    /// <summary>It in sentences.</summary>
    /// <param name="isWhole">True when the history was read from its first event.</param>
    /// <param name="inherited">How many updates nobody is told to have asked for.</param>
    public static IReadOnlyList<string> Of(bool isWhole, int inherited)
    {
        List<string> sentences = isWhole
            ? ["The history was read from its first event: every computer and every update is known from its beginning."]
            :
            [
                "The history does not begin with its first event: older ones were removed, or left out. What a computer was before its first event that is left is believed.",
                "For such a computer it is not known who is assigned to it and which type of image it has (R5, NotEntitled), nor which snapshots it has (R26, R27).",
                "A region's daily quota counts once an event tells it; places taken before are not known, so a day's ledger may hold more places than the events account for (R17). Notifications are not compared (R10).",
            ];
        if (inherited > 0)
        {
            sentences.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"{inherited:N0} updates were pending when their computer was imported, or before the history begins: their method, day and time are not known. That they start once, on an idle computer, and end once is checked; when they start is not (R9, R20), and each may hold one place on any day of its region (R17)."));
        }

        return sentences;
    }
}
