namespace Wuying.LoadTester.Progress;

/// <summary>What goes on, in the order in which it began.</summary>
/// <param name="clock">The time that passes here.</param>
internal sealed class ProgressBoard(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly List<ProgressStep> _steps = [];
    private readonly List<(ProgressStep Step, Action<ProgressStep> Look)> _looks = [];

    /// <summary>All steps so far, each as it is now.</summary>
    public IReadOnlyList<ProgressStep> Look()
    {
        lock (_lock)
        {
            foreach (var (step, look) in _looks.Where(each => !each.Step.HasEnded))
            {
                look(step);
            }

            return [.. _steps];
        }
    }

    /// <summary>Something begins.</summary>
    /// <param name="name">What it is.</param>
    /// <param name="unit">What is counted.</param>
    /// <param name="most">How much it will be in the end; 0 when nobody knows.</param>
    /// <param name="look">Sets how far it is, when somebody looks.</param>
    public ProgressStep Begin(string name, string unit, double most = 0, Action<ProgressStep>? look = null)
    {
        var step = new ProgressStep(name, unit, most, clock.GetTimestamp());
        lock (_lock)
        {
            _steps.Add(step);
            if (look is not null)
            {
                _looks.Add((step, look));
            }
        }

        return step;
    }

    /// <summary>How long a step has gone on.</summary>
    public TimeSpan ElapsedOf(ProgressStep step) => clock.GetElapsedTime(step.StartedAt);
}
