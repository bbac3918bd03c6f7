using Microsoft.Extensions.Logging;

namespace Wuying.Simulation.Clock;

/// <summary>
/// The one loop that moves a <see cref="SimulatedClock"/>: it jumps to the earliest due instant, fires the timers due there,
/// and goes on only when nobody holds the clock any more. Between jumps it sleeps until something changes.
/// </summary>
internal sealed partial class ClockDriver : IAsyncDisposable
{
    private readonly SimulatedClock _clock;
    private readonly ILogger<ClockDriver> _logger;
    private readonly ITimer _alarm;
    private readonly List<PendingAdvance> _advances = [];
    private Task _loop = Task.CompletedTask;
    private long _fired;
    private bool _isStarted;
    private bool _isStopped;

    /// <summary>Takes a clock in hand; it stands still until <see cref="Start"/>.</summary>
    public ClockDriver(SimulatedClock clock, TimeProvider real, ILogger<ClockDriver> logger)
    {
        _clock = clock;
        _logger = logger;
        _alarm = real.CreateTimer(static state => ((SimulatedClock)state!).Changed.Set(), _clock, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _clock.Hold();
    }

    public void Start()
    {
        lock (_clock.Gate)
        {
            ObjectDisposedException.ThrowIf(_isStopped, this);
            if (_isStarted)
            {
                return;
            }

            _isStarted = true;
        }

        // Away from the caller's scheduler, which may be a silo's and must not be kept busy.
        _loop = Task.Run(RunAsync);
        _clock.ForgiveLag();
        _clock.Release();
    }

    /// <summary>What the clock shows, when the earliest wait is over, and how many have been.</summary>
    public (DateTimeOffset Now, DateTimeOffset? NextDueAt, long Fired) Read()
    {
        lock (_clock.Gate)
        {
            return (_clock.GetUtcNow(), _clock.NextDueAt, Interlocked.Read(ref _fired));
        }
    }

    /// <inheritdoc cref="SimulatedClock.Show"/>
    public void Show(DateTimeOffset instant)
    {
        lock (_clock.Gate)
        {
            _clock.Show(instant);
        }
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
        lock (_clock.Gate)
        {
            ThrowIfStopped();
            if (advance.To < _clock.GetUtcNow())
            {
                return;
            }

            Begin(advance);
        }

        _clock.Changed.Set();
        await using var registration = cancellationToken.Register(() => GiveUp(advance, cancellationToken));
        await advance.Arrival.Task;
    }

    /// <summary>Returns when nobody holds the clock. What is due and was not fired yet stays due.</summary>
    /// <exception cref="OperationCanceledException">The driver stops.</exception>
    public async Task SettleAsync()
    {
        var nowhere = new PendingAdvance(DateTimeOffset.MinValue);
        lock (_clock.Gate)
        {
            ThrowIfStopped();
            if (_clock.IsSettled)
            {
                return;
            }

            Begin(nowhere);
        }

        await nowhere.Arrival.Task;
    }

    /// <summary>Stops the clock where it stands. Advances under way fail.</summary>
    public async Task StopAsync()
    {
        lock (_clock.Gate)
        {
            if (!_isStopped)
            {
                _isStopped = true;
                _clock.Hold();
                _advances.ForEach(advance => advance.Arrival.TrySetException(Stopped()));
                _advances.Clear();
            }
        }

        _clock.Changed.Set();
        await _loop;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await _alarm.DisposeAsync();
    }

    private async Task RunAsync()
    {
        while (!Volatile.Read(ref _isStopped))
        {
            var changed = _clock.Changed.Next;
            while (TryTakeDue() is { } due)
            {
                Interlocked.Add(ref _fired, due.Count);
                due.ForEach(Fire);
                _clock.EndFiring();
            }

            await changed;
        }
    }

    private List<SimulatedTimer>? TryTakeDue()
    {
        lock (_clock.Gate)
        {
            if (_clock.IsHeld)
            {
                return null;
            }

            // The nearest goal first, so that nobody's clock is past what they asked for.
            while (_advances.MinBy(advance => advance.To) is { } next)
            {
                if (_clock.MoveTowards(next.To) is { Count: > 0 } due)
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
        if (!_clock.IsRunning)
        {
            return null;
        }

        if (_clock.TakeDue() is { Count: > 0 } due)
        {
            return due;
        }

        _alarm.Change(_clock.RealTimeToNext, Timeout.InfiniteTimeSpan);

        // Real time has gone on while the alarm was set; what that brought must not wait for another.
        return _clock.TakeDue() is { Count: > 0 } late ? late : null;
    }

    private void Begin(PendingAdvance advance)
    {
        _advances.Add(advance);
        _clock.SetAdvancing(true);
    }

    private void Finish(PendingAdvance advance)
    {
        if (_advances.Remove(advance))
        {
            _clock.SetAdvancing(_advances.Count > 0);
            advance.Arrival.TrySetResult();
        }
    }

    private void GiveUp(PendingAdvance advance, CancellationToken cancellationToken)
    {
        lock (_clock.Gate)
        {
            advance.Arrival.TrySetCanceled(cancellationToken);
            Finish(advance);
        }

        _clock.Changed.Set();
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
            LogCallbackFailed(_logger, failure);
        }
    }

    private void ThrowIfStopped()
    {
        if (_isStopped)
        {
            throw Stopped();
        }
    }

    private static OperationCanceledException Stopped() => new("The clock has been stopped, because its silo is stopping.");

    [LoggerMessage(Level = LogLevel.Error, Message = "A timer's callback failed.")]
    private static partial void LogCallbackFailed(ILogger logger, Exception failure);
}
