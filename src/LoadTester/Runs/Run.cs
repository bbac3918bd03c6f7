using System.Globalization;
using Wuying.LoadTester.Load;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Service;

namespace Wuying.LoadTester.Runs;

/// <summary>What a scenario has to do its work with.</summary>
/// <param name="startedAt">When it started, as a timestamp.</param>
internal sealed class Run(long startedAt)
{
    /// <summary>The time that passes here.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>Calls that must succeed.</summary>
    public required ServiceCalls Calls { get; init; }

    /// <summary>Requests that are measured.</summary>
    public required MeasuredClient Measured { get; init; }

    /// <summary>Counts what is measured.</summary>
    public required LoadRecorder Recorder { get; init; }

    /// <summary>Keys of writes.</summary>
    public required RequestKeys Keys { get; init; }

    /// <summary>Shows what goes on.</summary>
    public required ProgressBoard Board { get; init; }

    /// <summary>Takes what comes of it.</summary>
    public RunResult Result { get; } = new();

    /// <summary>How long it has gone on.</summary>
    public TimeSpan Elapsed => Clock.GetElapsedTime(startedAt);

    /// <summary>Does a part of a run, shows it and times it.</summary>
    /// <param name="name">What goes on.</param>
    /// <param name="unit">What is counted meanwhile; empty for nothing.</param>
    /// <param name="work">It.</param>
    public async Task<(T Result, TimeSpan Elapsed)> TimeAsync<T>(string name, string unit, Func<ProgressStep, Task<T>> work)
    {
        var step = Board.Begin(name, unit);
        var from = Elapsed;
        var result = await work(step);
        var elapsed = Elapsed - from;
        Result.Phases.Add(new Phase(name, from.TotalSeconds, elapsed.TotalSeconds));
        step.Note = string.Create(CultureInfo.InvariantCulture, $"{elapsed.TotalSeconds:N2} s");
        step.End();
        return (result, elapsed);
    }
}
