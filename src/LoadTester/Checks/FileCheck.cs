using Spectre.Console;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Reports;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Checks;

/// <summary>Checks a recording, without any service.</summary>
/// <param name="path">The file.</param>
/// <param name="expectAllEnded">True when all that was asked must have ended by its end.</param>
/// <param name="reportFolder">Where the report goes.</param>
internal sealed class FileCheck(string path, bool expectAllEnded, string reportFolder)
{
    /// <summary>Checks it and reports.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IAnsiConsole console, TimeProvider clock, CancellationToken stop)
    {
        var startedAt = clock.GetUtcNow();
        var board = new ProgressBoard(clock);
        var history = new RecordedHistory(new RecordingReader(path), clock);
        var step = board.Begin("check", "events", look: look => look.Done = history.Events);
        var checking = history.CheckAsync(expectAllEnded, stop);
        try
        {
            await new ProgressView(console, board, clock).ShowDuringAsync(EndAsync(checking, step));
            var report = ToReport(await checking, startedAt, (clock.GetUtcNow() - startedAt).TotalSeconds, stop.IsCancellationRequested);
            ReportWriter.Write(report, reportFolder, console);
            return report.ExitCode;
        }
        catch (Exception exception) when (exception is RecordingException or IOException or UnauthorizedAccessException)
        {
            console.MarkupLineInterpolated($"[red]{exception.Message}[/]");
            return exception is RecordingException ? ExitCodes.BadUsage : ExitCodes.NotFine;
        }
    }

    private static async Task EndAsync(Task<CheckFigures> checking, ProgressStep step)
    {
        await checking;
        step.End();
    }

    private RunReport ToReport(CheckFigures check, DateTimeOffset startedAt, double seconds, bool isInterrupted) => new()
    {
        Scenario = "check",
        Title = "A check of a recorded history",
        Subject = path,
        StartedAt = startedAt,
        Seconds = seconds,
        IsInterrupted = isInterrupted,
        Machine = MachineFigures.Read(isTheServicesToo: false),
        Settings = [new("everything must have ended", expectAllEnded ? "yes" : "no")],
        Figures = [],
        Nights = [],
        Check = check,
        ErrorsAllowed = 0,
        Problems = [],
        Notes = [],
    };
}
