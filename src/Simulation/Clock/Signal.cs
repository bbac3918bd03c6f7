namespace Wuying.Simulation.Clock;

/// <summary>Wakes one loop. Take <see cref="Next"/> before looking at the state it tells about, and nothing is missed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = NewSource();

    public Task Next => Volatile.Read(ref _next).Task;

    public void Set() => Interlocked.Exchange(ref _next, NewSource()).TrySetResult();

    // The setter holds locks and serves others; the woken loop must not run on its thread.
    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
