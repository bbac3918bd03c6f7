using System.Globalization;
using Wuying.LoadTester.Progress;
using Wuying.LoadTester.Runs;

namespace Wuying.LoadTester.Load;

/// <summary>Runs an open loop and shows how it goes.</summary>
internal static class LoadRunner
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="run">Counts, and shows.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="unit">What it begins, e.g. <c>requests</c>.</param>
    /// <param name="begin">Does one of them.</param>
    /// <param name="stop">Begins no more.</param>
    public static async Task<OpenLoopFigures> RunAsync(Run run, OpenLoop loop, string unit, Func<Due, Task> begin, CancellationToken stop)
    {
        var begun = 0L;
        var from = run.Elapsed;
        var step = run.Board.Begin("load", unit, loop.Intended, Show);
        var figures = await loop.RunAsync(
            due =>
            {
                Interlocked.Increment(ref begun);
                return begin(due);
            },
            stop);
        Show(step);
        step.End();
        run.Result.Phases.Add(new Phase("load", from.TotalSeconds, (run.Elapsed - from).TotalSeconds));
        return figures with { Unit = unit };

        void Show(ProgressStep look)
        {
            var (answered, errors, underWay) = run.Recorder.Counts;
            look.Done = Interlocked.Read(ref begun);
            look.Note = string.Create(CultureInfo.InvariantCulture, $"{answered:N0} requests answered, {underWay:N0} under way, {errors:N0} errors");
        }
    }
}
