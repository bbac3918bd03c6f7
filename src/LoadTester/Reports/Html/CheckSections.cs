using System.Globalization;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Invariants;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports.Html;

/// <summary>The section of invariants.</summary>
internal static class CheckSections
{
    private const string Title = "Invariants";

    /// <summary>The verdict, what it rests on, and each violation with the events that prove it.</summary>
    public static string Of(RunReport report)
    {
        if (report.Check is not { } check)
        {
            return Page.Section(Title, "<p class=\"lead\">The history was not checked in this run.</p>");
        }

        var assumptions = string.Concat(check.Assumptions.Select(assumption => $"<li>{Page.Text(assumption)}</li>"));
        var violations = string.Concat(check.Violations.Take(CheckFigures.ProvenMax).Select(violation => OfViolation(violation, check)));
        var more = check.ViolationsTotal > CheckFigures.ProvenMax
            ? string.Create(CultureInfo.InvariantCulture, $"<p>… and {check.ViolationsTotal - CheckFigures.ProvenMax:N0} more; report.json has the first {check.Violations.Count:N0}.</p>")
            : "";
        var kinds = string.Concat(check.Kinds.OrderByDescending(kind => kind.Value).Select(kind => $"<span><b>{Numbers.Count(kind.Value)}</b> {Page.Text(kind.Key)}</span> "));
        return Page.Section(Title, $"<p>What the verdict rests on:</p><ul>{assumptions}</ul>{violations}{more}<p class=\"kinds\">{kinds}</p>", Sentences.OfCheck(check));
    }

    private static string OfViolation(Violation violation, CheckFigures check)
    {
        var events = violation.Sequences.Select(sequence => check.Evidence.TryGetValue(sequence, out var told)
            ? Words.Of(told)
            : string.Create(CultureInfo.InvariantCulture, $"event {sequence}"));
        return $"<div class=\"violation\"><p><strong>{Page.Text(violation.Rule)}</strong> {Page.Text(violation.What)}</p>{string.Concat(events.Select(told => $"<pre>{Page.Text(told)}</pre>"))}</div>";
    }
}
