using Spectre.Console;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>Writes a report: to the terminal, and to two files.</summary>
internal static class ReportWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="report">What came of the run.</param>
    /// <param name="folder">Where the files go; made if it is not there.</param>
    /// <param name="console">The terminal.</param>
    /// <exception cref="IOException">The files cannot be written; what the terminal shows is shown by then.</exception>
    public static void Write(RunReport report, string folder, IAnsiConsole console)
    {
        ConsoleReport.Write(report, console);
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "report.json"), JsonReport.Of(report));
        File.WriteAllText(Path.Combine(folder, "report.html"), HtmlReport.Of(report));
        console.WriteLine();
        console.WriteLine($"report: {Path.Combine(folder, "report.html")} and report.json");
    }
}
