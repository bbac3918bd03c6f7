namespace Wuying.Simulation.Clock;

/// <summary>A timer of <see cref="SimulatedClock"/>, whose lock guards all that changes here.</summary>
internal sealed class SimulatedTimer(SimulatedClock clock, TimerCallback callback, object? state) : ITimer
{
    private bool _isDisposed;

    /// <summary>Earliest first; at the same instant, the one that began to wait first.</summary>
    public static IComparer<SimulatedTimer> ByInstant { get; } = Comparer<SimulatedTimer>.Create(static (one, other) =>
        one.FiresAt.CompareTo(other.FiresAt) is not 0 and var order ? order : one.Sequence.CompareTo(other.Sequence));

    public SimulatedClock Clock => clock;

    /// <summary>What the clock shows when the wait is over.</summary>
    public DateTimeOffset FiresAt { get; internal set; }

    public long Sequence { get; internal set; }

    public TimeSpan Period { get; internal set; }

    public bool IsPending { get; internal set; }

    /// <summary>Who must answer before the clock may go on, once this wait is over; usually nobody.</summary>
    public IWaitOwner? Owner { get; internal set; }

    internal bool IsPeriodic => Period > TimeSpan.Zero;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        Refuse(dueTime, nameof(dueTime));
        Refuse(period, nameof(period));
        lock (clock.Gate)
        {
            if (_isDisposed)
            {
                return false;
            }

            clock.Schedule(this, dueTime, period);
            return true;
        }
    }

    public void Dispose()
    {
        lock (clock.Gate)
        {
            _isDisposed = true;
            clock.Schedule(this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Runs the callback, unless the timer was disposed after it had fallen due.</summary>
    internal void Fire()
    {
        lock (clock.Gate)
        {
            if (_isDisposed)
            {
                return;
            }
        }

        callback(state);
    }

    private static void Refuse(TimeSpan value, string name)
    {
        if (value < TimeSpan.Zero && value != Timeout.InfiniteTimeSpan)
        {
            throw new ArgumentOutOfRangeException(name, value, "A wait cannot be negative.");
        }
    }
}
