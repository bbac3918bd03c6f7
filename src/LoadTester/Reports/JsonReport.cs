using System.Text.Json;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Reports;

/// <summary>A report for programs.</summary>
internal static class JsonReport
{
    /// <summary>It as JSON.</summary>
    public static string Of(RunReport report) => JsonSerializer.Serialize(report, ReportJsonContext.Default.RunReport) + "\n";
}
