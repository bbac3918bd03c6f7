using Microsoft.Extensions.Logging;

namespace Wuying.Simulation.Clock;

/// <summary>
/// The one loop that moves a <see cref="SimulatedClock"/>: it jumps to the earliest due instant, fires the timers due there,
/// and goes on only when nobody holds the clock any more. Between jumps it sleeps until something changes.
/// </summary>
internal sealed partial class ClockDriver : IAsyncDisposable
{
    private readonly SimulatedClock clock;
    private readonly ILogger<ClockDriver> logger;
    private readonly ITimer alarm;
    private readonly List<PendingAdvance> advances = [];
    private Task loop = Task.CompletedTask;
    private bool isStarted;
    private bool isStopped;

    /// <summary>Takes a clock in hand; it stands still until <see cref="Start"/>.</summary>
    public ClockDriver(SimulatedClock clock, TimeProvider real, ILogger<ClockDriver> logger)
    {
        this.clock = clock;
        this.logger = logger;
        alarm = real.CreateTimer(static state => ((SimulatedClock)state!).Changed.Set(), clock, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        clock.Hold();
    }

    public void Start()
    {
        lock (clock.Gate)
        {
            ObjectDisposedException.ThrowIf(isStopped, this);
            if (isStarted)
            {
                return;
            }

            isStarted = true;
        }

        // Away from the caller's scheduler, which may be a silo's and must not be kept busy.
        loop = Task.Run(RunAsync);
        clock.ForgiveLag();
        clock.Release();
    }

    /// <summary>
    /// Moves the clock to an instant, whether paused or not, and returns when all that was due by then has settled. The clock
    /// then stands at the instant, or one millisecond after it where something was due right at it. An instant that has
    /// passed returns at once. Never await it from work that the clock waits for, such as a reminder's tick.
    /// </summary>
    /// <exception cref="OperationCanceledException">The driver stops, or the caller does not want to wait any longer.</exception>
    public async Task AdvanceAsync(DateTimeOffset to, CancellationToken cancellationToken = default)
    {
        var advance = new PendingAdvance(SimulatedClock.AtOrAfter(to.ToUniversalTime()));
        lock (clock.Gate)
        {
            ThrowIfStopped();
            if (advance.To < clock.GetUtcNow())
            {
                return;
            }

            advances.Add(advance);
            clock.SetAdvancing(true);
        }

        clock.Changed.Set();
        await using var registration = cancellationToken.Register(() => GiveUp(advance, cancellationToken));
        await advance.Arrival.Task;
    }

    /// <summary>Stops the clock where it stands. Advances under way fail.</summary>
    public async Task StopAsync()
    {
        lock (clock.Gate)
        {
            if (!isStopped)
            {
                isStopped = true;
                clock.Hold();
                advances.ForEach(advance => advance.Arrival.TrySetException(Stopped()));
                advances.Clear();
            }
        }

        clock.Changed.Set();
        await loop;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await alarm.DisposeAsync();
    }

    private async Task RunAsync()
    {
        while (!Volatile.Read(ref isStopped))
        {
            var changed = clock.Changed.Next;
            while (TryTakeDue() is { } due)
            {
                due.ForEach(Fire);
                clock.EndFiring();
            }

            await changed;
        }
    }

    private List<SimulatedTimer>? TryTakeDue()
    {
        lock (clock.Gate)
        {
            if (clock.IsHeld)
            {
                return null;
            }

            // The nearest goal first, so that nobody's clock is past what they asked for.
            while (advances.MinBy(advance => advance.To) is { } next)
            {
                if (clock.MoveTowards(next.To) is { Count: > 0 } due)
                {
                    return due;
                }

                Finish(next);
            }

            return TakeDueByRate();
        }
    }

    private List<SimulatedTimer>? TakeDueByRate()
    {
        if (!clock.IsRunning)
        {
            return null;
        }

        if (clock.TakeDue() is { Count: > 0 } due)
        {
            return due;
        }

        alarm.Change(clock.RealTimeToNext, Timeout.InfiniteTimeSpan);

        // Real time has gone on while the alarm was set; what that brought must not wait for another.
        return clock.TakeDue() is { Count: > 0 } late ? late : null;
    }

    private void Finish(PendingAdvance advance)
    {
        if (advances.Remove(advance))
        {
            clock.SetAdvancing(advances.Count > 0);
            advance.Arrival.TrySetResult();
        }
    }

    private void GiveUp(PendingAdvance advance, CancellationToken cancellationToken)
    {
        lock (clock.Gate)
        {
            advance.Arrival.TrySetCanceled(cancellationToken);
            Finish(advance);
        }

        clock.Changed.Set();
    }

    private void Fire(SimulatedTimer timer)
    {
        try
        {
            timer.Fire();
        }
        catch (Exception failure)
        {
            // One faulty callback must not stop everybody's time.
            LogCallbackFailed(logger, failure);
        }
    }

    private void ThrowIfStopped()
    {
        if (isStopped)
        {
            throw Stopped();
        }
    }

    private static OperationCanceledException Stopped() => new("The clock has been stopped, because its silo is stopping.");

    [LoggerMessage(Level = LogLevel.Error, Message = "A timer's callback failed.")]
    private static partial void LogCallbackFailed(ILogger logger, Exception failure);
}
