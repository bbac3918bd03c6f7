using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Reports.Charts;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The section of nights.</summary>
internal static class NightSections
{
    private static readonly string[] Columns =
    [
        "#night", "=day", "#asked", "#accepted", "#publish, s", "#schedule, s", "#computers/s", "#night, s", "#computers/s", "#succeeded", "#missed", "#failed", "#places taken",
    ];

    /// <summary>The nights, one a row; several also as a chart.</summary>
    public static string Of(RunReport report) => report.Nights.Count == 0
        ? ""
        : Page.Section(
            "Nights",
            ChartOf(report.Nights) + Page.Table(Columns, report.Nights.Select(Row)),
            "Seconds and computers each second are measured; what became of the updates is simulated where machines and clock are.");

    private static IReadOnlyList<string> Row(NightFigures night) =>
    [
        Numbers.Count(night.Number), night.Date, Numbers.Count(night.Asked), Numbers.Count(night.Accepted), Numbers.Any(night.PublishSeconds),
        Numbers.Any(night.ScheduleSeconds), Numbers.Count(night.ScheduledPerSecond), Numbers.Any(night.NightSeconds), Numbers.Count(night.PassedPerSecond),
        StateOf(night, "succeeded"), StateOf(night, "missed"), StateOf(night, "failed"), Numbers.Count(night.QuotaReserved),
    ];

    private static string StateOf(NightFigures night, string state) => Numbers.Count(night.ByState.GetValueOrDefault(state));

    private static string ChartOf(IReadOnlyList<NightFigures> nights)
    {
        if (nights.Count < 3)
        {
            return "";
        }

        Series[] lines =
        [
            Line("the night", night => night.NightSeconds),
            Line("scheduling", night => night.ScheduleSeconds),
            Line("publishing", night => night.PublishSeconds),
        ];
        var most = lines.Max(line => line.Points.Max(point => point.Y ?? 0));
        var chart = new LineChart(
            "Seconds that each night took", Axis.Span(nights[^1].Number, Numbers.Any), Axis.Linear(most, Numbers.Any), "night", "seconds");
        return Page.Chart(chart.Draw(lines), "How long each night took here (measured).");

        Series Line(string name, Func<NightFigures, double> value) => new(name, [.. nights.Select(night => ((double)night.Number, (double?)value(night)))]);
    }
}
