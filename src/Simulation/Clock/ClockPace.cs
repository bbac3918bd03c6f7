namespace Wuying.Simulation.Clock;

/// <summary>How far a rate lets a simulated clock come: a ceiling that rises with real time. Guarded by the clock's lock.</summary>
internal sealed class ClockPace(TimeProvider real)
{
    /// <summary>
    /// A clock that fell behind may catch up by what the rate yields in this much real time; what goes beyond is forgiven,
    /// so that a machine that slept an hour does not then race through a simulated week.
    /// </summary>
    public static readonly TimeSpan CatchUp = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestAlarm = TimeSpan.FromDays(1);

    private DateTimeOffset _anchor;
    private long _anchorTimestamp = real.GetTimestamp();

    public double Rate { get; private set; }

    public bool IsPaused { get; private set; }

    public bool IsRunning => Rate > 0 && !IsPaused;

    /// <summary>The latest instant the rate allows at this moment, in whole milliseconds.</summary>
    public DateTimeOffset Ceiling
    {
        get
        {
            var carried = real.GetElapsedTime(_anchorTimestamp).TotalMilliseconds * Rate;
            var room = (DateTimeOffset.MaxValue - _anchor).TotalMilliseconds - 1;
            return _anchor.AddTicks((long)Math.Min(carried, room) * TimeSpan.TicksPerMillisecond);
        }
    }

    public void Set(double rate, bool paused, DateTimeOffset now)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rate);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rate, ClockOptions.RateMax);
        Rate = rate;
        IsPaused = paused;
        Restart(now);
    }

    /// <summary>Counts from here and now.</summary>
    public void Restart(DateTimeOffset now)
    {
        _anchor = now;
        _anchorTimestamp = real.GetTimestamp();
    }

    /// <summary>Forgives the part of a lag that may not be caught up, and returns the rest.</summary>
    public TimeSpan Limit(TimeSpan lag)
    {
        var most = TimeSpan.FromMilliseconds((long)(CatchUp.TotalMilliseconds * Rate));
        if (lag <= most)
        {
            return lag;
        }

        _anchor -= lag - most;
        return most;
    }

    /// <summary>Real time until the ceiling reaches an instant: whole milliseconds, at least one, and never so long that a timer refuses it.</summary>
    public TimeSpan RealTimeTo(DateTimeOffset instant)
    {
        var milliseconds = Math.Ceiling((instant - Ceiling).TotalMilliseconds / Rate);
        return TimeSpan.FromMilliseconds(Math.Clamp(milliseconds, 1, LongestAlarm.TotalMilliseconds));
    }
}
