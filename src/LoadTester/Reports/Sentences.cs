using System.Globalization;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>What figures mean, in sentences.</summary>
internal static class Sentences
{
    /// <summary>How well the pace was kept, and what had to be repeated.</summary>
    public static string OfPace(LoadFigures load)
    {
        var pace = load.Pace is { } kept
            ? Text($"Of {kept.Intended:N0} intended starts {kept.Begun:N0} began, {kept.Late:N0} of them more than 100 ms late; {kept.NotBegun:N0} could not be begun in time. ")
            : "";
        return pace + Text($"{load.Repeats:N0} answers said \"not now\" and were asked for again with the same key. {load.Unanswered:N0} requests had no answer in the end.");
    }

    /// <summary>What was checked.</summary>
    public static string OfCheck(CheckFigures check) => Text(
        $"The check read {check.Events:N0} events in {check.Seconds:N1} s with at most {check.MemoryMegabytes:N0} MB of memory, and compared {check.LedgersCompared:N0} days' ledgers and what {check.UsersCompared:N0} users were told: {check.ViolationsTotal:N0} violations.")
        + (check.ExpectsAllEnded ? " All that was asked had to have ended." : "");

    /// <summary>That nothing is wrong, and how much that says.</summary>
    public static string AllIsWell(RunReport report) => report.Check is { } check
        ? Text($"All is well: {check.Events:N0} events break no invariant.")
        : "All is well, as far as was looked at: the history was not checked.";

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
