namespace Wuying.Simulation.Clock;

/// <summary>
/// A clock that shows the instant it was moved to, and never runs ahead of the work that was due.
/// </summary>
/// <remarks>
/// <para>Time passes in two ways: <see cref="ClockDriver"/> jumps from one due wait to the next, and while a rate is in
/// force and nothing is due, each reading shows how far the rate has carried it. It stops before the earliest wait, and
/// stands still for as long as somebody <see cref="Hold">holds</see> it.</para>
/// <para>It shows whole milliseconds only. Delay helpers cut a remainder to whole milliseconds, so a wait of <c>d</c>
/// fires at <c>now + d + 1 ms</c>; else a loop on "is it time yet?" would spin on a clock that stands still.</para>
/// <para>Timer callbacks run on the driver's thread, in the order in which they fall due.</para>
/// </remarks>
internal sealed class SimulatedClock(DateTimeOffset start, TimeProvider real) : TimeProvider
{
    /// <summary>The smallest step of the clock, and what every wait takes longer than it was asked to.</summary>
    public static readonly TimeSpan Resolution = TimeSpan.FromMilliseconds(1);

    private readonly WaitQueue _waits = new();
    private readonly ClockPace _pace = new(real);
    private DateTimeOffset _now = WholeMilliseconds(start.ToUniversalTime());
    private int _holds;
    private bool _isAdvancing;
    private bool _isFiring;

    /// <summary>Guards the clock and all who decide whether it may move; one lock, so that no move slips in between.</summary>
    internal Lock Gate { get; } = new();

    /// <summary>Set whenever the driver may have something to do.</summary>
    internal Signal Changed { get; } = new();

    /// <summary>Simulated seconds per real second.</summary>
    public double Rate { get { lock (Gate) { return _pace.Rate; } } }

    public bool IsPaused { get { lock (Gate) { return _pace.IsPaused; } } }

    /// <summary>How far the clock is behind what its rate asks for; never more than <see cref="ClockPace.CatchUp"/> allows.</summary>
    public TimeSpan Lag { get { lock (Gate) { return Refresh(); } } }

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    internal bool IsHeld => _holds > 0;

    /// <summary>Nobody holds the clock, and all that was taken out of the queue has been fired.</summary>
    internal bool IsSettled => !IsHeld && !_isFiring;

    /// <summary>True while the rate carries the clock; an advance suspends the rate.</summary>
    internal bool IsRunning => _pace.IsRunning && !_isAdvancing;

    public override DateTimeOffset GetUtcNow()
    {
        lock (Gate)
        {
            Refresh();
            return _now;
        }
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        ArgumentNullException.ThrowIfNull(callback);
        var timer = new SimulatedTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Changes rate or pause; the new pace counts from this moment, so any lag is forgiven.</summary>
    public void Steer(double? rate, bool? paused)
    {
        lock (Gate)
        {
            Refresh();
            _pace.Set(rate ?? _pace.Rate, paused ?? _pace.IsPaused, _now);
        }

        Changed.Set();
    }

    /// <summary>Makes the clock stand still until the matching <see cref="Release"/>.</summary>
    internal void Hold()
    {
        lock (Gate)
        {
            Refresh();
            _holds++;
        }
    }

    /// <summary>Takes back one <see cref="Hold"/>; the last one lets the clock go on.</summary>
    internal void Release()
    {
        lock (Gate)
        {
            Refresh();
            if (--_holds > 0)
            {
                return;
            }
        }

        Changed.Set();
    }

    /// <summary>Lets the pace count from this moment, as if the clock had not been behind.</summary>
    internal void ForgiveLag() => Steer(rate: null, paused: null);

    /// <summary>Puts a timer's next wait in the queue, or takes it out for an infinite one.</summary>
    internal void Schedule(SimulatedTimer timer, TimeSpan dueTime, TimeSpan period)
    {
        bool isNext;
        lock (Gate)
        {
            Refresh();
            _waits.Remove(timer);
            timer.IsPending = dueTime != Timeout.InfiniteTimeSpan;
            if (!timer.IsPending)
            {
                return;
            }

            _waits.Add(timer, _now, dueTime);
            timer.Period = period;
            isNext = !IsHeld && ReferenceEquals(_waits.Next, timer);
        }

        if (isNext)
        {
            Changed.Set();
        }
    }

    /// <summary>Real time until the earliest wait falls due at the present rate; infinite when only a change can bring one.</summary>
    internal TimeSpan RealTimeToNext => IsRunning && _waits.Next is { } next ? _pace.RealTimeTo(next.FiresAt) : Timeout.InfiniteTimeSpan;

    /// <summary>Suspends or resumes the rate, which goes on from where the clock then stands.</summary>
    internal void SetAdvancing(bool value)
    {
        Refresh();
        _isAdvancing = value;
        _pace.Restart(_now);
    }

    /// <summary>When the earliest wait is over; null when nobody waits.</summary>
    internal DateTimeOffset? NextDueAt => _waits.Next?.FiresAt;

    /// <summary>Shows an instant, or the earliest at which a wait is over, and fires nothing. Stays where it is while somebody holds it.</summary>
    internal void Show(DateTimeOffset instant)
    {
        if (IsSettled)
        {
            _now = Later(_now, NextDueAt < instant ? NextDueAt.Value : instant);
        }
    }

    /// <summary>Moves to the earliest wait that is due by an instant, or else to that instant.</summary>
    /// <returns>The timers to fire; none once everything due by then has been fired.</returns>
    internal List<SimulatedTimer> MoveTowards(DateTimeOffset to)
    {
        var isDue = _waits.Next is { } next && next.FiresAt - Resolution <= to;
        _now = Later(_now, isDue ? _waits.Next!.FiresAt : to);
        return isDue ? TakeDue() : [];
    }

    /// <summary>
    /// Takes the waits that the clock has reached out of the queue; a periodic one goes back for its next turn. The clock
    /// stands still until <see cref="EndFiring"/>, so that a callback sees the instant at which it was due.
    /// </summary>
    internal List<SimulatedTimer> TakeDue()
    {
        Refresh();
        _isFiring = true;
        var due = _waits.TakeDue(_now);
        _isFiring = due.Count > 0;
        return due;
    }

    /// <summary>Lets a rate carry the clock on, once the callbacks have run.</summary>
    internal void EndFiring()
    {
        lock (Gate)
        {
            _isFiring = false;
        }
    }

    /// <summary>The first instant the clock can show that is not before the given one.</summary>
    internal static DateTimeOffset AtOrAfter(DateTimeOffset instant) =>
        WholeMilliseconds(instant) is var whole && whole < instant ? whole.AddMilliseconds(1) : whole;

    /// <summary>Brings the clock to where its pace allows at this moment.</summary>
    /// <returns>The lag that remains.</returns>
    private TimeSpan Refresh()
    {
        if (!IsRunning)
        {
            return TimeSpan.Zero;
        }

        var ceiling = _pace.Ceiling;
        if (IsSettled)
        {
            _now = Later(_now, _waits.Next is { } next && next.FiresAt < ceiling ? next.FiresAt : ceiling);
        }

        return _pace.Limit(ceiling - _now);
    }

    /// <summary>The later of two instants.</summary>
    internal static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    private static DateTimeOffset WholeMilliseconds(DateTimeOffset instant) =>
        instant.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMillisecond));
}
