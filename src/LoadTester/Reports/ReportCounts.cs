using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>Counts of outcomes, in the groups in which reports show them.</summary>
internal static class ReportCounts
{
    private static readonly string[] Good = ["succeeded", "done", "accepted", "replaced", "unchanged", "updateSucceeded"];
    private static readonly string[] Bad = ["failed", "error", "updateFailed"];

    /// <summary>What came of updates in all nights together.</summary>
    public static IReadOnlyList<(string Group, string Name, long Count)> OfNights(IReadOnlyList<NightFigures> nights) =>
    [
        .. Sum("updates by state", nights.Select(night => night.ByState)),
        .. Sum("updates by reason", nights.Select(night => night.ByReason)),
        .. Sum("requests refused", nights.Select(night => night.Refused)),
    ];

    /// <summary>All that there is to count.</summary>
    public static IReadOnlyList<(string Group, string Name, long Count)> Of(RunReport report) =>
    [
        .. OfNights(report.Nights),
        .. Sum("requests by outcome", (report.Load?.Outcomes ?? []).Select(outcome => new Dictionary<string, long> { [outcome.Outcome] = outcome.Count })),
        .. Sum("updates of the whole history by the event that ended them", report.Check is { } check ? [check.EndedBy.ToDictionary(each => each.Key, each => (long)each.Value)] : []),
    ];

    /// <summary>How a bar looks.</summary>
    public static string StyleOf(string name) => Array.IndexOf(Good, name) >= 0 ? "good" : Array.IndexOf(Bad, name) >= 0 ? "bad" : "plain";

    private static IEnumerable<(string Group, string Name, long Count)> Sum(string group, IEnumerable<IReadOnlyDictionary<string, long>> counts) => counts
        .SelectMany(each => each)
        .GroupBy(each => each.Key, StringComparer.Ordinal)
        .Select(each => (group, each.Key, each.Sum(count => count.Value)))
        .Where(each => each.Item3 > 0)
        .OrderByDescending(each => each.Item3).ThenBy(each => each.Key, StringComparer.Ordinal);
}
