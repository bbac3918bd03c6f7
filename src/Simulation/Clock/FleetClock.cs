namespace Wuying.Simulation.Clock;

/// <summary>
/// The clock the fleet lives by, real or simulated. Containers are built before the store can say which, so this stands in
/// its place; <see cref="ClockKeeper"/> chooses when the silo starts, before anybody asks for the time.
/// </summary>
internal sealed class FleetClock : TimeProvider
{
    private TimeProvider? _chosen;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long TimestampFrequency => Chosen.TimestampFrequency;

    /// <summary>The clock that can be steered; null when the fleet lives in real time.</summary>
    public SimulatedClock? Simulated => Chosen as SimulatedClock;

    private TimeProvider Chosen => Volatile.Read(ref _chosen) ?? throw new InvalidOperationException("The clock is chosen when the silo starts.");

    public void Choose(TimeProvider clock)
    {
        if (Interlocked.CompareExchange(ref _chosen, clock, null) is not null)
        {
            throw new InvalidOperationException("The clock has been chosen already.");
        }
    }

    public override DateTimeOffset GetUtcNow() => Chosen.GetUtcNow();

    public override long GetTimestamp() => Chosen.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        Chosen.CreateTimer(callback, state, dueTime, period);
}
