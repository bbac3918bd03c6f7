using System.Globalization;
using Spectre.Console;
using Wuying.LoadTester.Histories;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Reports;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Runs;

/// <summary>Carries a scenario out, reads the history along, and reports: in any case, whatever became of it.</summary>
/// <param name="options">What every run is told.</param>
/// <param name="console">Where it is shown.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class ScenarioRunner(RunOptions options, IAnsiConsole console, TimeProvider clock)
{
    /// <summary>How long reading the rest of the history may take after the scenario.</summary>
    private static readonly TimeSpan CatchUpMax = TimeSpan.FromMinutes(30);

    /// <summary>The same after a run that was broken off.</summary>
    private static readonly TimeSpan CatchUpInHasteMax = TimeSpan.FromMinutes(1);

    /// <summary>Carries it out.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IScenario scenario, CancellationToken stop)
    {
        var startedAt = clock.GetUtcNow();
        using var http = Connections.Open(options.Url);
        var calls = new ServiceCalls(new ServiceClient(http, clock), new RequestKeys(startedAt));
        LiveHistory? history = null;
        try
        {
            var before = await calls.GetClockAsync(stop);
            history = options.Checks ? await LiveHistory.StartAsync(calls, OpenRecording(), clock, stop) : null;
            var report = await RunAsync(scenario, calls, history, before, startedAt, stop);
            ReportWriter.Write(report, options.ReportFolder, console);
            return report.ExitCode;
        }
        catch (Exception exception) when (exception is ServiceException or IOException or UnauthorizedAccessException)
        {
            console.MarkupLineInterpolated($"[red]{options.Url}: {exception.Message}[/]");
            return ExitCodes.NotFine;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            console.MarkupLine("Broken off before anything was begun.");
            return ExitCodes.NotFine;
        }
        finally
        {
            await (history?.DisposeAsync() ?? ValueTask.CompletedTask);
        }
    }

    private RecordingWriter? OpenRecording() => options.Recording is { } path ? new RecordingWriter(path) : null;

    private async Task<RunReport> RunAsync(
        IScenario scenario, ServiceCalls calls, LiveHistory? history, ClockView before, DateTimeOffset startedAt, CancellationToken stop)
    {
        var recorder = new LoadRecorder(clock);
        var run = new Run(clock.GetTimestamp())
        {
            Clock = clock,
            Calls = calls,
            Measured = new MeasuredClient(calls.Client, recorder),
            Recorder = recorder,
            Keys = calls.Keys,
            Board = new ProgressBoard(clock),
        };
        var (isInterrupted, failure, check) = (false, (string?)null, (CheckFigures?)null);
        var seconds = 0.0;
        await new ProgressView(console, run.Board, clock).ShowDuringAsync(WorkAsync());
        return ToReport(scenario, run, startedAt) with
        {
            Seconds = seconds,
            IsInterrupted = isInterrupted,
            Failure = failure,
            Check = check,
            Clock = new ClockFigures(before.Mode, before.Now, await FindNowAsync(calls, before.Now)),
        };

        async Task WorkAsync()
        {
            var reading = history is null ? null : run.Board.Begin("check", "events", look: step => Show(step, history));
            (isInterrupted, failure) = await DoAsync(scenario, run, stop);
            seconds = (clock.GetUtcNow() - startedAt).TotalSeconds;
            using var patience = new CancellationTokenSource(isInterrupted ? CatchUpInHasteMax : CatchUpMax, clock);
            check = history is null ? null : await history.FinishAsync(scenario.EndsEverything && !isInterrupted && failure is null, patience.Token);
            reading?.End();
        }
    }

    private static async Task<(bool IsInterrupted, string? Failure)> DoAsync(IScenario scenario, Run run, CancellationToken stop)
    {
        try
        {
            await scenario.DoAsync(run, stop);
            return (stop.IsCancellationRequested, null);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return (true, null);
        }
        catch (ServiceException failure)
        {
            return (false, failure.Message);
        }
        catch (InvalidOperationException failure) when (failure.InnerException is { } cause)
        {
            return (false, $"{failure.Message} {cause.Message}");
        }
    }

    private static async Task<DateTimeOffset> FindNowAsync(ServiceCalls calls, DateTimeOffset otherwise)
    {
        try
        {
            return (await calls.GetClockAsync(CancellationToken.None)).Now;
        }
        catch (ServiceException)
        {
            return otherwise;
        }
    }

    private static void Show(ProgressStep step, LiveHistory history)
    {
        step.Done = history.Events;
        step.Note = string.Create(CultureInfo.InvariantCulture, $"{history.Violations:N0} violations{(history.At is { } at ? $", at {Instants.Text(at)}" : "")}");
    }

    private RunReport ToReport(IScenario scenario, Run run, DateTimeOffset startedAt) => new()
    {
        Scenario = scenario.Name,
        Title = scenario.Title,
        Subject = options.Url.ToString(),
        StartedAt = startedAt,
        Seconds = 0,
        IsInterrupted = false,
        Machine = MachineFigures.Read(options.Url.IsLoopback),
        Settings =
        [
            .. scenario.Settings,
            new("seed", options.Seed.ToString(CultureInfo.InvariantCulture)),
            new("errors allowed", options.ErrorsAllowed.ToString("N0", CultureInfo.InvariantCulture)),
            new("history checked", options.Checks ? "yes" : "no"),
        ],
        Figures = run.Result.Figures,
        Nights = run.Result.Nights,
        Phases = run.Result.Phases,
        Load = run.Recorder.Counts is { Answered: 0, UnderWay: 0 } ? null : run.Recorder.ToFigures(run.Calls.Client.Repeats, run.Result.Pace),
        ErrorsAllowed = options.ErrorsAllowed,
        Problems = run.Result.Problems,
        Notes = run.Result.Notes,
    };
}
