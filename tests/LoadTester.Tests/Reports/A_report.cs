using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Spectre.Console;
using Wuying.Harness;
using Wuying.LoadTester.Reports;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Tests.Reports;

public sealed class A_report
{
    private static readonly string[] Sections =
    [
        "Figures", "Nights", "Throughput over time", "Latency by percentile", "Latency over time", "Latency by request", "Outcomes by reason",
        "Invariants", "Settings and machine", "How to read this",
    ];

    [Fact]
    public void For_people_has_all_sections_in_order() =>
        Assert.Equal(Sections, Regex.Matches(HtmlReport.Of(A.Report), "<h2>(.*?)</h2>").Select(match => match.Groups[1].Value));

    [Fact]
    public void For_people_needs_nothing_from_elsewhere()
    {
        var page = HtmlReport.Of(A.BadReport);

        Assert.DoesNotMatch("https?://", page);
        Assert.DoesNotMatch("<(script|link|img|iframe|object|embed)[ >]|@import|url\\(", page);
    }

    [Fact]
    public void For_people_is_well_formed_whatever_is_in_it()
    {
        var page = HtmlReport.Of(A.BadReport);

        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
        XDocument.Parse(page.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal)
            .Replace("<meta charset=\"utf-8\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", "", StringComparison.Ordinal)
            .Replace("<meta name=\"color-scheme\" content=\"light dark\">", "", StringComparison.Ordinal));
    }

    [Fact]
    public void For_people_marks_each_figure_by_where_it_comes_from()
    {
        var page = HtmlReport.Of(A.Report);

        Assert.Contains("computers there are</p><span class=\"origin measured\">measured</span>", page, StringComparison.Ordinal);
        Assert.Contains("updates that succeeded</p><span class=\"origin simulated\">simulated</span>", page, StringComparison.Ordinal);
        Assert.Contains("<td>200 requests/s</td><td><span class=\"origin configured\">configured</span></td>", page, StringComparison.Ordinal);
        Assert.Contains("2 cores (x64), 23.4 GB memory, which the service shares", page, StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_follows_light_and_dark_and_prints()
    {
        var page = HtmlReport.Of(A.Report);

        Assert.Contains("@media (prefers-color-scheme: dark)", page, StringComparison.Ordinal);
        Assert.Contains("@media print", page, StringComparison.Ordinal);
    }

    [Fact]
    public void For_people_draws_every_chart_with_a_description_and_no_value_that_is_none()
    {
        var charts = Regex.Matches(HtmlReport.Of(A.Report), "<svg [^>]*aria-label=\"[^\"]+\">.*?</svg>", RegexOptions.Singleline);

        Assert.Equal(10, charts.Count);
        Assert.All(charts, chart => Assert.DoesNotMatch("NaN|Infinity|∞", chart.Value));
    }

    [Fact]
    public void Shows_each_violation_with_the_events_that_prove_it()
    {
        Assert.All([HtmlReport.Of(A.BadReport), OnTheConsole(A.BadReport)], text =>
        {
            Assert.Contains("one start", text, StringComparison.Ordinal);
            Assert.Contains("ecd-1-u1 started twice", text, StringComparison.Ordinal);
            Assert.Contains("event 41, 2023-10-24T16:00:00Z, computer ecd-1 in cn-hangzhou: updateStarted by system", text, StringComparison.Ordinal);
            Assert.Contains("event 42,", text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Says_in_sentences_what_is_wrong()
    {
        Assert.True(A.Report.IsFine);
        Assert.Equal(ExitCodes.NotFine, A.BadReport.ExitCode);
        Assert.Equal(
            [
                "cn-hangzhou 2023-10-25: 2 updates have not ended.",
                "3 answers were not as expected; 0 are allowed.",
                "The history breaks invariants 1 times.",
            ],
            A.BadReport.Faults);
    }

    [Fact]
    public void Is_fine_with_as_many_errors_as_are_allowed() =>
        Assert.True((A.BadReport with { ErrorsAllowed = 3, Problems = [], Check = null }).IsFine);

    [Fact]
    public void For_programs_has_every_figure()
    {
        var report = JsonElement.Parse(JsonReport.Of(A.BadReport));

        Assert.Equal("mixed", report.GetProperty("scenario").GetString());
        Assert.Equal("simulated", report.GetProperty("figures")[1].GetProperty("origin").GetString());
        Assert.Equal(20, report.GetProperty("load").GetProperty("latency").GetProperty("p99").GetDouble());
        Assert.Equal(10, report.GetProperty("load").GetProperty("pace").GetProperty("notBegun").GetInt64());
        Assert.Equal([41, 42], report.GetProperty("check").GetProperty("violations")[0].GetProperty("sequences").EnumerateArray().Select(each => each.GetInt32()));
        Assert.Equal("updateStarted", report.GetProperty("check").GetProperty("evidence").GetProperty("41").GetProperty("kind").GetString());
        Assert.Equal(900, report.GetProperty("nights")[2].GetProperty("byState").GetProperty("succeeded").GetInt64());
        Assert.False(report.GetProperty("isFine").GetBoolean());
    }

    [Fact]
    public void On_the_console_tells_how_well_the_pace_was_kept() => Assert.Contains(
        "Of 2,010 intended starts 2,000 began, 7 of them more than 100 ms late; 10 could not be begun in time.", OnTheConsole(A.Report), StringComparison.Ordinal);

    [Fact]
    public void Is_written_as_two_files_into_a_folder_that_is_made()
    {
        using var folder = new TemporaryFolder();
        using var output = new StringWriter();

        ReportWriter.Write(A.Report, folder.File("new/one"), Console(output));

        Assert.Equal(["report.html", "report.json"], Directory.GetFiles(folder.File("new/one")).Select(Path.GetFileName).Order());
        Assert.Contains(Path.Combine("new/one", "report.html"), output.ToString(), StringComparison.Ordinal);
    }

    private static string OnTheConsole(RunReport report)
    {
        using var output = new StringWriter();
        ConsoleReport.Write(report, Console(output));
        return output.ToString();
    }

    private static IAnsiConsole Console(StringWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(output) });
        console.Profile.Width = 400;
        return console;
    }
}
