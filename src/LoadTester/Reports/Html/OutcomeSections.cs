using System.Globalization;
using Wuying.LoadTester.Reports.Charts;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The sections of what came of everything.</summary>
internal static class OutcomeSections
{
    /// <summary>Outcomes and reasons, as bars.</summary>
    public static string Outcomes(RunReport report)
    {
        var groups = ReportCounts.Of(report).GroupBy(each => each.Group, StringComparer.Ordinal).ToList();
        return groups.Count == 0
            ? ""
            : Page.Section("Outcomes by reason", string.Concat(groups.Select(group => Page.Chart(
                BarChart.Draw(group.Key, [.. group.Select(each => (each.Name, each.Count, ReportCounts.StyleOf(each.Name)))]),
                $"{char.ToUpper(group.Key[0], CultureInfo.InvariantCulture)}{group.Key[1..]}: {Numbers.Count(group.Sum(each => each.Count))} in all."))) + ByOperation(report));
    }

    /// <summary>Answers that nobody expects, with the first of each kind.</summary>
    public static string Errors(RunReport report) => report.Load is { Samples.Count: > 0 } load
        ? Page.Section("Unexpected answers", Page.Table(
            ["request", "#count", "the first of them"], load.Samples.Select(sample => new[] { sample.Operation, Numbers.Count(sample.Count), sample.Sample })))
        : "";

    private static string ByOperation(RunReport report) => report.Load is { Outcomes.Count: > 0 } load
        ? Page.Table(["request", "outcome", "#count"], load.Outcomes.Select(each => new[] { each.Operation, each.Outcome, Numbers.Count(each.Count) }))
        : "";
}
