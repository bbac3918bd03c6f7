using System.Collections.Concurrent;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>What the probe grains of one cluster do at a tick, and what they saw.</summary>
internal sealed class ReminderProbe
{
    /// <summary>What a tick does before it is counted.</summary>
    public Func<ReminderProbeGrain, string, Task> OnTickAsync { get; set; } = static (_, _) => Task.CompletedTask;

    public TaskCompletionSource TimerFired { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The instants of the ticks that were completed, per grain and reminder.</summary>
    public ConcurrentDictionary<string, ConcurrentQueue<DateTime>> Ticks { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<DateTime> Of(string grain, string reminder) => [.. Ticks.GetOrAdd($"{grain}/{reminder}", static _ => [])];
}
