using System.Globalization;
using Wuying.LoadTester.Reports.Html;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>A report for people: one file that needs nothing else, reads well in light and dark, and prints.</summary>
internal static class HtmlReport
{
    private static readonly string Style = ReadStyle();

    /// <summary>It as a page.</summary>
    public static string Of(RunReport report) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{Page.Text(report.Title)}, {Page.Text(Numbers.Instant(report.StartedAt))}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        <main>
        {Head(report)}
        {FigureSections.KeyFigures(report)}
        {NightSections.Of(report)}
        {LoadSections.Throughput(report)}
        {LoadSections.Percentiles(report)}
        {LoadSections.OverTime(report)}
        {LoadSections.ByRequest(report)}
        {OutcomeSections.Outcomes(report)}
        {OutcomeSections.Errors(report)}
        {CheckSections.Of(report)}
        {FigureSections.Settings(report)}
        {FigureSections.Reading(report)}
        </main>
        </body>
        </html>

        """;

    private static string Head(RunReport report)
    {
        var verdict = report.IsFine
            ? $"<p class=\"verdict good\"><span aria-hidden=\"true\">✔</span> {Page.Text(Sentences.AllIsWell(report))}</p>"
            : string.Concat(report.Faults.Select(fault => $"<p class=\"verdict bad\"><span aria-hidden=\"true\">✘</span> {Page.Text(fault)}</p>"));
        var interrupted = report.IsInterrupted ? "<p class=\"verdict plain\">Broken off by hand; these are the figures until then.</p>" : "";
        return $"""
            <header>
            <p class="eyebrow">WuyingOrleans load test · {Page.Text(report.Scenario)}</p>
            <h1>{Page.Text(report.Title)}</h1>
            <p class="facts">{Page.Text(Numbers.Instant(report.StartedAt))} · {Page.Text(Shorten(report.Subject))} · {string.Create(CultureInfo.InvariantCulture, $"{report.Seconds:N1} s")}</p>
            {verdict}{interrupted}
            </header>
            """;
    }

    // An address is where the service was, not something to load from.
    private static string Shorten(string subject) => Uri.TryCreate(subject, UriKind.Absolute, out var url) && !url.IsFile ? url.Authority : subject;

    private static string ReadStyle()
    {
        using var stream = typeof(HtmlReport).Assembly.GetManifestResourceStream("report.css")
            ?? throw new InvalidOperationException("The style of reports is missing from the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Trim();
    }
}
