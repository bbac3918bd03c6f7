using System.Net;
using Wuying.Simulation.Clock;
using static Orleans.Reminders.Diagnostics.ReminderEvents;

namespace Wuying.Simulation.Tests.Clock;

public sealed class Settling_reminders : IDisposable
{
    private static readonly SiloAddress Silo = SiloAddress.New(IPAddress.Loopback, 1, 1);
    private static readonly SiloAddress Stranger = SiloAddress.New(IPAddress.Loopback, 2, 1);
    private static readonly GrainId Grain = GrainId.Create("grain", "a");

    private readonly object identity = new();
    private readonly SimulatedClock clock = new(Drive.Start, TestTime.Real);
    private readonly ReminderClock reminderClock;
    private readonly ReminderSettlement settlement;

    public Settling_reminders()
    {
        reminderClock = new(clock);
        settlement = new(clock);
        settlement.Adopt(Silo);
        settlement.OnNext(new ReminderServiceStarted(Silo));
    }

    public void Dispose() => settlement.Dispose();

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
        Assert.True(clock.IsHeld);

        Arm();
        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Is_not_confused_by_a_start_that_is_told_late()
    {
        Arm();
        Start();
        Assert.False(clock.IsHeld);

        Stop();
        Start();
        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Takes_from_a_tick_to_the_next_wait()
    {
        Arm();
        Fire();
        Assert.True(clock.IsHeld);

        Arm();
        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Ends_when_they_stop()
    {
        Arm();
        Fire();
        Stop();

        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Takes_until_they_wait_by_their_new_schedule()
    {
        Arm();
        settlement.OnNext(new LocalReminderScheduleChanged(Grain, "r", identity, 2, Silo));
        Assert.True(clock.IsHeld);

        Arm(version: 1);
        Assert.True(clock.IsHeld);

        Arm(version: 2);
        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Goes_on_when_the_tick_they_would_wait_for_is_due_already()
    {
        reminderClock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        reminderClock.GetUtcNow();
        Announce(version: 0);

        Assert.True(clock.IsHeld);
    }

    [Fact]
    public void Does_not_concern_other_silos()
    {
        settlement.OnNext(new LocalReminderStarted(Grain, "r", identity, Stranger));

        Assert.False(clock.IsHeld);
    }

    [Fact]
    public void Is_for_one_silo_only() => Assert.Throws<InvalidOperationException>(() => settlement.Adopt(Stranger));

    private void Start() => settlement.OnNext(new LocalReminderStarted(Grain, "r", identity, Silo));

    private void Stop() => settlement.OnNext(new LocalReminderStopped(Grain, "r", identity, LocalReminderStopReason.Unregistered, Silo));

    private void Arm(long version = 0)
    {
        reminderClock.CreateTimer(static _ => { }, null, TimeSpan.FromMinutes(1), Timeout.InfiniteTimeSpan);
        Announce(version);
    }

    private void Announce(long version) => settlement.OnNext(new LocalReminderTickWaitArmed(Grain, "r", identity, version, Silo));

    private void Fire()
    {
        lock (clock.Gate)
        {
            clock.MoveTowards(clock.GetUtcNow() + TimeSpan.FromMinutes(1));
        }
    }
}
