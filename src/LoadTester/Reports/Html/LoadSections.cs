using Wuying.LoadTester.Load;
using Wuying.LoadTester.Reports.Charts;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The sections of throughput and latency.</summary>
internal static class LoadSections
{
    /// <summary>How much was answered, and how many events came, over time.</summary>
    public static string Throughput(RunReport report)
    {
        var requests = report.Load is { Timeline.Count: > 2 } load
            ? Page.Chart(ChartOverTime("Requests answered each second", Answered(load), "requests each second", report), "Requests answered each second (measured), beside the rate at which things were meant to begin (configured).")
            : "";
        var events = report.Check is { Timeline.Count: > 2 } check
            ? Page.Chart(
                ChartOverTime("Events read each second", [new Series("events", PerSecond(check.Timeline, slice => slice.Answered))], "events each second", report),
                "Events each second, as the check read them along (measured); it may lag behind the service, and begins with what happened before the run.")
            : "";
        return requests.Length + events.Length == 0 ? "" : Page.Section("Throughput over time", requests + events);
    }

    /// <summary>How slow the slowest are.</summary>
    public static string Percentiles(RunReport report)
    {
        const string Title = "Latency by percentile";
        if (report.Load is not { Curve.Count: > 2 } load)
        {
            return "";
        }

        var highest = load.Curve.Where(point => point.Percentile < 100).Max(point => point.Percentile);
        var (least, most) = (load.Curve.Min(point => point.Milliseconds), load.Curve.Max(point => point.Milliseconds));
        var chart = new LineChart(
            "Latency by percentile", Axis.Nines(highest), Axis.Logarithmic(Math.Max(0.01, least), most, Numbers.Milliseconds),
            "so many of a hundred requests were answered within this time", "milliseconds, logarithmic");
        var line = new Series("all requests", [.. load.Curve.Select(point => (point.Percentile, (double?)Math.Max(0.01, point.Milliseconds)))]);
        return Page.Section(Title, Page.Chart(chart.Draw([line]), "From the intended start to the last byte (measured)."), Sentences.OfPace(load));
    }

    /// <summary>How latency went.</summary>
    public static string OverTime(RunReport report)
    {
        const string Title = "Latency over time";
        if (report.Load is not { Timeline.Count: > 1 } load)
        {
            return "";
        }

        Series[] lines =
        [
            new("99 %", [.. load.Timeline.Select(slice => (slice.From, slice.P99))]),
            new("95 %", [.. load.Timeline.Select(slice => (slice.From, slice.P95))]),
            new("median", [.. load.Timeline.Select(slice => (slice.From, slice.P50))]),
        ];
        return Page.Section(Title, Page.Chart(
            ChartOverTime("Latency over time", lines, "milliseconds", report), "By the time at which requests were meant to begin (measured)."));
    }

    /// <summary>Latency of each kind of request.</summary>
    public static string ByRequest(RunReport report)
    {
        const string Title = "Latency by request";
        if (report.Load is not { Operations.Count: > 0 } load)
        {
            return "";
        }

        var spread = SpreadChart.Draw("Latency of each kind of request", [.. load.Operations.Select(each =>
            (each.Name, new[] { each.Latency.P50, each.Latency.P95, each.Latency.P99, each.Latency.Max }))]);
        var table = Page.Table(
            ["request", "#answered", "#errors", "#mean, ms", "#median", "#90 %", "#95 %", "#99 %", "#99.9 %", "#slowest"],
            load.Operations.Select(each => Row(each.Name, each.Answered, each.Errors, each.Latency)).Append(Row("all", load.Answered, load.Errors, load.Latency)));
        return Page.Section(Title, Page.Chart(spread, "How far the latencies of each kind are spread (measured).") + table);
    }

    private static IReadOnlyList<string> Row(string name, long answered, long errors, LatencyFigures latency) =>
    [
        name, Numbers.Count(answered), Numbers.Count(errors), Numbers.Milliseconds(latency.Mean), Numbers.Milliseconds(latency.P50), Numbers.Milliseconds(latency.P90),
        Numbers.Milliseconds(latency.P95), Numbers.Milliseconds(latency.P99), Numbers.Milliseconds(latency.P999), Numbers.Milliseconds(latency.Max),
    ];

    private static List<Series> Answered(LoadFigures load)
    {
        var answered = PerSecond(load.Timeline, slice => slice.Answered);
        List<Series> lines = [new Series("answered", answered)];
        if (load.Pace is { } pace)
        {
            lines.Add(new Series($"{pace.Unit} begun", [(0, pace.Rate), (answered[^1].X, pace.Rate)]));
        }

        if (load.Errors > 0)
        {
            lines.Add(new Series("errors", PerSecond(load.Timeline, slice => slice.Errors)));
        }

        return lines;
    }

    // The last slice is seldom a whole one.
    private static IReadOnlyList<(double X, double? Y)> PerSecond(IReadOnlyList<SliceFigures> timeline, Func<SliceFigures, long> count) =>
        [.. timeline.SkipLast(1).Select(slice => (slice.From, (double?)(count(slice) / slice.Seconds)))];

    private static string ChartOverTime(string description, IReadOnlyList<Series> lines, string up, RunReport report)
    {
        var most = lines.Max(line => line.Points.Max(point => point.Y ?? 0));
        var end = lines.Max(line => line.Points.Max(point => point.X));
        return new LineChart(description, Axis.Span(end, Numbers.Any), Axis.Linear(most, Numbers.Any), "seconds from the start", up)
            .Draw(lines, [.. report.Phases.Select(phase => (phase.From, phase.Name))]);
    }
}
