using System.Globalization;
using Spectre.Console;

namespace Wuying.LoadTester.Progress;

/// <summary>Shows what goes on: bars that move in a terminal, a line now and then anywhere else.</summary>
/// <param name="console">Where.</param>
/// <param name="board">What.</param>
/// <param name="clock">The time that passes here.</param>
internal sealed class ProgressView(IAnsiConsole console, ProgressBoard board, TimeProvider clock)
{
    private static readonly TimeSpan BarsEvery = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LinesEvery = TimeSpan.FromSeconds(5);

    /// <summary>Shows the board until some work has ended.</summary>
    public Task ShowDuringAsync(Task work) => console.Profile.Capabilities.Interactive && console.Profile.Capabilities.Ansi
        ? ShowBarsAsync(work)
        : ShowLinesAsync(work);

    private Task ShowBarsAsync(Task work) => console.Progress()
        .AutoClear(false)
        .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn { Width = 30 }, new PercentageColumn(), new ElapsedTimeColumn())
        .StartAsync(async bars =>
        {
            var shown = new Dictionary<ProgressStep, ProgressTask>();
            await WatchAsync(work, BarsEvery, () => ShowBars(bars, shown));
        });

    private void ShowBars(ProgressContext bars, Dictionary<ProgressStep, ProgressTask> shown)
    {
        foreach (var step in board.Look())
        {
            if (!shown.TryGetValue(step, out var bar))
            {
                shown[step] = bar = bars.AddTask(Markup.Escape(step.Name), maxValue: step.Most > 0 ? step.Most : 1);
                bar.IsIndeterminate = step.Most == 0;
            }

            bar.Description = Markup.Escape(InWords(step));
            bar.Value = step.Most > 0 ? step.Done : 0;
            if (step.HasEnded && !bar.IsFinished)
            {
                bar.IsIndeterminate = false;
                bar.Value = bar.MaxValue;
                bar.StopTask();
            }
        }
    }

    private Task ShowLinesAsync(Task work)
    {
        var told = new Dictionary<ProgressStep, string>();
        return WatchAsync(work, LinesEvery, () =>
        {
            foreach (var step in board.Look())
            {
                var line = $"{(step.HasEnded ? "done  " : "      ")}{InWords(step)}";
                if (told.GetValueOrDefault(step) != line)
                {
                    told[step] = line;
                    console.Profile.Out.Writer.WriteLine(line);
                }
            }
        });
    }

    private async Task WatchAsync(Task work, TimeSpan every, Action show)
    {
        using var timer = new PeriodicTimer(every, clock);
        while (!work.IsCompleted)
        {
            show();
            await Task.WhenAny(work, timer.WaitForNextTickAsync().AsTask());
        }

        show();
    }

    private string InWords(ProgressStep step)
    {
        var done = string.Create(CultureInfo.InvariantCulture, $"{step.Done:N0}");
        var most = step.Most > 0 ? string.Create(CultureInfo.InvariantCulture, $" of {step.Most:N0}") : "";
        var rate = step.HasEnded || step.Unit.Length == 0
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $", {step.Done / Math.Max(0.001, board.ElapsedOf(step).TotalSeconds):N0}/s");
        var count = step.Unit.Length == 0 ? "" : $": {done}{most} {step.Unit}{rate}";
        return $"{step.Name}{count}{(step.Note.Length == 0 ? "" : $"; {step.Note}")}";
    }
}
