using System.Net;
using Wuying.Simulation.Clock;
using static Orleans.Reminders.Diagnostics.ReminderEvents;

namespace Wuying.Simulation.Tests.Clock;

public sealed class Settling_reminders : IDisposable
{
    private static readonly SiloAddress Silo = SiloAddress.New(IPAddress.Loopback, 1, 1);
    private static readonly SiloAddress Stranger = SiloAddress.New(IPAddress.Loopback, 2, 1);
    private static readonly GrainId Grain = GrainId.Create("grain", "a");

    private readonly object _identity = new();
    private readonly SimulatedClock _clock = new(Drive.Start, TestTime.Real);
    private readonly ReminderClock _reminderClock;
    private readonly ReminderSettlement _settlement;

    public Settling_reminders()
    {
        _reminderClock = new(_clock);
        _settlement = new(_clock);
        _settlement.Adopt(Silo);
        _settlement.OnNext(new ReminderServiceStarted(Silo));
    }

    public void Dispose() => _settlement.Dispose();

    [Fact]
    public void Begins_when_their_service_has_read_its_table()
    {
        var other = new SimulatedClock(Drive.Start, TestTime.Real);
        using var young = new ReminderSettlement(other);

        young.Adopt(Stranger);
        young.OnNext(new ReminderServiceStarted(Silo));
        Assert.True(other.IsHeld);

        young.OnNext(new ReminderServiceStarted(Stranger));
        Assert.False(other.IsHeld);
    }

    [Fact]
    public void Takes_from_their_start_to_their_first_wait()
    {
        Start();
        Assert.True(_clock.IsHeld);

        Arm();
        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Is_not_confused_by_a_start_that_is_told_late()
    {
        Arm();
        Start();
        Assert.False(_clock.IsHeld);

        Stop();
        Start();
        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Takes_from_a_tick_to_the_next_wait()
    {
        Arm();
        Fire();
        Assert.True(_clock.IsHeld);

        Arm();
        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Ends_when_they_stop()
    {
        Arm();
        Fire();
        Stop();

        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Takes_until_they_wait_by_their_new_schedule()
    {
        Arm();
        _settlement.OnNext(new LocalReminderScheduleChanged(Grain, "r", _identity, 2, Silo));
        Assert.True(_clock.IsHeld);

        Arm(version: 1);
        Assert.True(_clock.IsHeld);

        Arm(version: 2);
        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Goes_on_when_the_tick_they_would_wait_for_is_due_already()
    {
        _reminderClock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        _reminderClock.GetUtcNow();
        Announce(version: 0);

        Assert.True(_clock.IsHeld);
    }

    [Fact]
    public void Does_not_concern_other_silos()
    {
        _settlement.OnNext(new LocalReminderStarted(Grain, "r", _identity, Stranger));

        Assert.False(_clock.IsHeld);
    }

    [Fact]
    public void Is_for_one_silo_only() => Assert.Throws<InvalidOperationException>(() => _settlement.Adopt(Stranger));

    private void Start() => _settlement.OnNext(new LocalReminderStarted(Grain, "r", _identity, Silo));

    private void Stop() => _settlement.OnNext(new LocalReminderStopped(Grain, "r", _identity, LocalReminderStopReason.Unregistered, Silo));

    private void Arm(long version = 0)
    {
        _reminderClock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        Announce(version);
    }

    private void Announce(long version) => _settlement.OnNext(new LocalReminderTickWaitArmed(Grain, "r", _identity, version, Silo));

    private void Fire()
    {
        lock (_clock.Gate)
        {
            _clock.MoveTowards(_clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        }
    }
}
