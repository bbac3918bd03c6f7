namespace Wuying.Simulation.Clock;

/// <summary>
/// The fleet's clock as Orleans' reminder service sees it. It remembers the waits that service begins, so that
/// <see cref="ReminderSettlement"/> can tell whose they are.
/// </summary>
/// <remarks>
/// The service reads the clock, creates a timer and announces its wait, all on one thread without a break. A reading therefore
/// clears what is remembered: an announcement that follows without a timer does not get hold of a stranger's.
/// </remarks>
internal sealed class ReminderClock(TimeProvider clock) : TimeProvider
{
    /// <summary>Delays longer than one timer can hold are waited for in pieces of this length.</summary>
    public static readonly TimeSpan LongestPiece = TimeSpan.FromMilliseconds(uint.MaxValue - 1);

    /// <summary>
    /// The piece of a long delay that this flow waited for last. The next piece begins in the same flow and is not announced,
    /// so this is how it is recognised.
    /// </summary>
    private static readonly AsyncLocal<SimulatedTimer?> LastPiece = new();

    [ThreadStatic]
    private static SimulatedTimer? _newest;

    public override TimeZoneInfo LocalTimeZone => clock.LocalTimeZone;

    public override long TimestampFrequency => clock.TimestampFrequency;

    /// <summary>The wait this thread has begun since it last read the clock, if any.</summary>
    public static SimulatedTimer? TakeNewest()
    {
        var taken = _newest;
        _newest = null;
        return taken;
    }

    public override DateTimeOffset GetUtcNow()
    {
        _newest = null;
        return clock.GetUtcNow();
    }

    public override long GetTimestamp() => clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = clock.CreateTimer(callback, state, dueTime, period);
        if (timer is SimulatedTimer wait)
        {
            _newest = wait;
            FollowPieces(wait, dueTime);
        }

        return timer;
    }

    private static void FollowPieces(SimulatedTimer wait, TimeSpan dueTime)
    {
        var previous = LastPiece.Value;
        (previous?.Owner as LocalReminder)?.OnWaitingOn(wait);
        if (previous is not null || dueTime >= LongestPiece)
        {
            LastPiece.Value = wait;
        }
    }
}
