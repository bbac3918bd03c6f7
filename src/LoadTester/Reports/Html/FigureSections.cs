using System.Globalization;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The sections of figures, settings and of how to read them.</summary>
internal static class FigureSections
{
    /// <summary>The figures that matter most, large.</summary>
    public static string KeyFigures(RunReport report)
    {
        var cards = Figures(report).Select(figure => $"""
            <div class="card"><p class="value">{Page.Text(Numbers.Any(figure.Value))} <span class="unit">{Page.Text(figure.Unit)}</span></p><p class="of">{Page.Text(figure.Name)}</p>{Page.Origin(figure.Origin)}</div>
            """);
        return Page.Section("Figures", $"<div class=\"cards\">{string.Concat(cards)}</div>");
    }

    /// <summary>What the run was told, and on what it ran.</summary>
    public static string Settings(RunReport report)
    {
        var machine = report.Machine;
        var shared = machine.IsTheServicesToo ? ", which the service shares" : ", the load tester's; the service's is not known";
        IEnumerable<(string Name, string Value, Origin Origin)> rows =
        [
            .. report.Settings.Select(setting => (setting.Name, setting.Value, Origin.Configured)),
            .. report.Clock is { } clock
                ? new[] { ("the service's clock", $"{clock.Mode}, from {Numbers.Instant(clock.From)} to {Numbers.Instant(clock.To)}", clock.Mode is "simulated" ? Origin.Simulated : Origin.Measured) }
                : [],
            ("machine", string.Create(CultureInfo.InvariantCulture, $"{machine.Cores} cores ({machine.Processor}), {machine.MemoryGigabytes:0.#} GB memory{shared}"), Origin.Measured),
            ("system", machine.System, Origin.Measured),
            ("runtime", machine.Runtime, Origin.Measured),
            ("date", Numbers.Instant(report.StartedAt), Origin.Measured),
        ];
        return Page.Section("Settings and machine", Page.TableOfHtml(
            ["setting", "value", "origin"], rows.Select(row => new[] { Page.Text(row.Name), Page.Text(row.Value), Page.Origin(row.Origin) })));
    }

    /// <summary>What the words mean.</summary>
    public static string Reading(RunReport report) => Page.Section("How to read this", $"""
        <dl>
        <dt>{Page.Origin(Origin.Measured)}</dt><dd>Counted or timed here, in real time, by the program that made the load.</dd>
        <dt>{Page.Origin(Origin.Simulated)}</dt><dd>Brought about by the service's simulated machines, users or clock: what became of updates, and how long that took for the fleet. It says nothing about real machines.</dd>
        <dt>{Page.Origin(Origin.Configured)}</dt><dd>Given on the command line, or its default.</dd>
        <dt>latency</dt><dd>From the instant at which a request was meant to begin to the last byte of its answer, with all its repetitions. Requests begin at their rate whether or not earlier ones have ended, so a service that stalls is not spared the requests that would have come meanwhile.</dd>
        <dt>not now</dt><dd>503, 504, 429 and "is being carried out" are repeated with the same Idempotency-Key, which has no second effect.</dd>
        <dt>refused</dt><dd>The rule book forbids it: an outcome, and no error.</dd>
        </dl>
        {string.Concat(report.Notes.Select(note => $"<p>{Page.Text(note)}</p>"))}
        """);

    private static IEnumerable<Figure> Figures(RunReport report)
    {
        foreach (var figure in report.Figures)
        {
            yield return figure;
        }

        if (report.Load is { } load)
        {
            yield return new Figure("requests answered", load.Answered, "requests", Origin.Measured);
            yield return new Figure("throughput", load.Seconds > 0 ? load.Answered / load.Seconds : 0, "requests/s", Origin.Measured);
            yield return new Figure("median latency", load.Latency.P50, "ms", Origin.Measured);
            yield return new Figure("99 % are faster than", load.Latency.P99, "ms", Origin.Measured);
            yield return new Figure("unexpected answers", load.Errors, "errors", Origin.Measured);
            yield return new Figure("not begun in time", load.Pace?.NotBegun ?? 0, "starts", Origin.Measured);
        }

        if (report.Check is { } check)
        {
            yield return new Figure("events checked", check.Events, "events", Origin.Measured);
            yield return new Figure("violations", check.ViolationsTotal, "violations", Origin.Measured);
            yield return new Figure("memory of the check", check.MemoryMegabytes, "MB", Origin.Measured);
        }

        yield return new Figure("duration", report.Seconds, "s", Origin.Measured);
    }
}
