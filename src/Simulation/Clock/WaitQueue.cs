namespace Wuying.Simulation.Clock;

/// <summary>The waits of a clock, earliest first. Guarded by the clock's lock.</summary>
internal sealed class WaitQueue
{
    // A set in order rather than a heap: most waits are cancelled or changed, and must leave from the middle.
    private readonly SortedSet<SimulatedTimer> _waits = new(SimulatedTimer.ByInstant);
    private long _sequence;

    public SimulatedTimer? Next => _waits.Min;

    public void Add(SimulatedTimer timer, DateTimeOffset from, TimeSpan delay)
    {
        var longest = DateTimeOffset.MaxValue - from - (2 * SimulatedClock.Resolution);
        timer.FiresAt = SimulatedClock.AtOrAfter(from + (delay < longest ? delay : longest)) + SimulatedClock.Resolution;
        timer.Sequence = ++_sequence;
        _waits.Add(timer);
    }

    public void Remove(SimulatedTimer timer) => _waits.Remove(timer);

    public List<SimulatedTimer> TakeDue(DateTimeOffset now)
    {
        List<SimulatedTimer> due = [];
        while (_waits.Min is { } timer && timer.FiresAt <= now)
        {
            _waits.Remove(timer);
            timer.IsPending = timer.IsPeriodic;
            if (timer.IsPeriodic)
            {
                Add(timer, timer.FiresAt - SimulatedClock.Resolution, timer.Period);
            }

            timer.Owner?.OnFiring();
            due.Add(timer);
        }

        return due;
    }
}
