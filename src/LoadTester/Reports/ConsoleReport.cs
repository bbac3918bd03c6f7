using System.Globalization;
using Spectre.Console;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Nights;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>A report for the terminal.</summary>
internal static class ConsoleReport
{
    private const int OutcomesMax = 40;

    /// <summary>Writes it.</summary>
    public static void Write(RunReport report, IAnsiConsole console)
    {
        console.WriteLine();
        WriteFigures(report, console);
        if (report.Nights.Count > 0)
        {
            WriteNights(report.Nights, console);
        }

        if (report.Load is { } load)
        {
            WriteLoad(load, console);
        }

        if (report.Check is { } check)
        {
            WriteCheck(check, console);
        }

        WriteVerdict(report, console);
    }

    private static void WriteFigures(RunReport report, IAnsiConsole console)
    {
        var table = NewTable($"{report.Title}, {Numbers.Instant(report.StartedAt)}", "figure", "value", "unit", "origin");
        table.Columns[1].RightAligned();
        AddRow(table, "duration", Numbers.Any(report.Seconds), "s", "measured");
        foreach (var figure in report.Figures)
        {
            AddRow(table, figure.Name, Numbers.Any(figure.Value), figure.Unit, Words.Of(figure.Origin));
        }

        console.Write(table);
    }

    private static void WriteNights(IReadOnlyList<NightFigures> nights, IAnsiConsole console)
    {
        var table = NewTable("Nights", "night", "day", "asked", "accepted", "schedule s", "computers/s", "night s", "computers/s", "succeeded", "missed", "failed", "quota");
        foreach (var column in table.Columns.Skip(2))
        {
            column.RightAligned();
        }

        foreach (var night in nights)
        {
            AddRow(
                table, Numbers.Count(night.Number), night.Date, Numbers.Count(night.Asked), Numbers.Count(night.Accepted),
                Numbers.Any(night.ScheduleSeconds), Numbers.Count(night.ScheduledPerSecond), Numbers.Any(night.NightSeconds), Numbers.Count(night.PassedPerSecond),
                StateOf(night, "succeeded"), StateOf(night, "missed"), StateOf(night, "failed"), Numbers.Count(night.QuotaReserved));
        }

        console.Write(table);
        var reasons = ReportCounts.OfNights(nights);
        WriteCounts("What came of the updates, and why not", [.. reasons.Select(each => (each.Group, each.Name, each.Count))], console);
    }

    private static string StateOf(NightFigures night, string state) => Numbers.Count(night.ByState.GetValueOrDefault(state));

    private static void WriteLoad(LoadFigures load, IAnsiConsole console)
    {
        var table = NewTable("Requests (latency from the intended start, in ms)", "request", "answered", "errors", "mean", "median", "95 %", "99 %", "99.9 %", "slowest");
        foreach (var column in table.Columns.Skip(1))
        {
            column.RightAligned();
        }

        foreach (var operation in load.Operations)
        {
            AddRow(table, [operation.Name, Numbers.Count(operation.Answered), Numbers.Count(operation.Errors), .. Latency(operation.Latency)]);
        }

        table.AddEmptyRow();
        AddRow(table, ["all", Numbers.Count(load.Answered), Numbers.Count(load.Errors), .. Latency(load.Latency)]);
        console.Write(table);
        console.WriteLine(Sentences.OfPace(load));
        WriteCounts("What came of the requests", [.. load.Outcomes.Take(OutcomesMax).Select(outcome => (outcome.Operation, outcome.Outcome, outcome.Count))], console);
        foreach (var sample in load.Samples)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[red]{sample.Count:N0} x {sample.Operation}:[/] {sample.Sample}");
        }
    }

    private static string[] Latency(LatencyFigures latency) =>
    [
        Numbers.Milliseconds(latency.Mean), Numbers.Milliseconds(latency.P50), Numbers.Milliseconds(latency.P95), Numbers.Milliseconds(latency.P99),
        Numbers.Milliseconds(latency.P999), Numbers.Milliseconds(latency.Max),
    ];

    private static void WriteCounts(string title, IReadOnlyList<(string Group, string Name, long Count)> counts, IAnsiConsole console)
    {
        var table = NewTable(title, "of", "outcome", "count");
        table.Columns[2].RightAligned();
        foreach (var (group, name, count) in counts)
        {
            AddRow(table, group, name, Numbers.Count(count));
        }

        console.Write(table);
    }

    private static void WriteCheck(CheckFigures check, IAnsiConsole console)
    {
        console.WriteLine(Sentences.OfCheck(check));
        foreach (var assumption in check.Assumptions)
        {
            console.WriteLine($"  {assumption}");
        }

        foreach (var violation in check.Violations.Take(CheckFigures.ProvenMax))
        {
            console.MarkupLineInterpolated($"[red]{violation.Rule}[/]: {violation.What}");
            foreach (var sequence in violation.Sequences)
            {
                console.WriteLine($"    {(check.Evidence.TryGetValue(sequence, out var told) ? Words.Of(told) : string.Create(CultureInfo.InvariantCulture, $"event {sequence}"))}");
            }
        }

        if (check.ViolationsTotal > CheckFigures.ProvenMax)
        {
            console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"… and {check.ViolationsTotal - CheckFigures.ProvenMax:N0} more; report.json has the first {check.Violations.Count:N0}."));
        }
    }

    private static void WriteVerdict(RunReport report, IAnsiConsole console)
    {
        console.WriteLine();
        foreach (var note in report.Notes)
        {
            console.WriteLine(note);
        }

        if (report.IsInterrupted)
        {
            console.MarkupLine("[yellow]Broken off by hand; these are the figures until then.[/]");
        }

        foreach (var fault in report.Faults)
        {
            console.MarkupLineInterpolated($"[red]✘ {fault}[/]");
        }

        if (report.IsFine)
        {
            console.MarkupLineInterpolated($"[green]✔ {Sentences.AllIsWell(report)}[/]");
        }
    }

    private static Table NewTable(string title, params string[] columns)
    {
        var table = new Table { Border = TableBorder.Rounded, Title = new TableTitle(Markup.Escape(title)) };
        table.AddColumns([.. columns.Select(Markup.Escape)]);
        return table;
    }

    private static void AddRow(Table table, params string[] cells) => table.AddRow([.. cells.Select(Markup.Escape)]);
}
