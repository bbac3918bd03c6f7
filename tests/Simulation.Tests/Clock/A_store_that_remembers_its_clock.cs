using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Reminders;
using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

public sealed class A_store_that_remembers_its_clock
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Keeps_the_clock_of_the_options_when_it_is_new()
    {
        var store = new RememberedClock();
        await using var cluster = await ClockCluster.StartAsync(store);

        Assert.Equal(new(IsSimulated: true, ClockCluster.Start, Rate: 0, Paused: false), store.Clock);
    }

    [Fact]
    public async Task Goes_on_where_the_clock_stood_whatever_the_options_say()
    {
        var stored = new StoredClock(IsSimulated: true, ClockCluster.Start + (5 * Hour), Rate: 30, Paused: true);
        await using var cluster = await ClockCluster.StartAsync(new RememberedClock(stored), options => options.Mode = ClockMode.Real);

        var clock = await cluster.Simulation.GetClockAsync();

        Assert.Equal(new(IsSimulated: true, stored.Now, Rate: 30, Paused: true, LagSeconds: 0), clock);
    }

    [Fact]
    public async Task Knows_of_every_steering_and_advance()
    {
        var store = new RememberedClock();
        await using var cluster = await ClockCluster.StartAsync(store);

        await cluster.Simulation.SteerAsync(rate: 90, paused: true);
        Assert.Equal(new(IsSimulated: true, ClockCluster.Start, Rate: 90, Paused: true), store.Clock);

        await cluster.Simulation.AdvanceAsync(ClockCluster.Start + Hour).InTime();
        Assert.Equal(new(IsSimulated: true, ClockCluster.Start + Hour, Rate: 90, Paused: true), store.Clock);
    }

    [Fact]
    public async Task Knows_where_the_clock_stood_when_the_silo_stopped()
    {
        var store = new RememberedClock();
        await using var cluster = await ClockCluster.StartAsync(store, options => options.Rate = 1_000);
        var clock = cluster.Clock;

        await cluster.StopSiloAsync().InTime();

        Assert.Equal(clock.GetUtcNow(), store.Clock!.Now);
        Assert.True(store.Clock.Now > ClockCluster.Start);
    }

    [Fact]
    public async Task Misses_no_tick_by_a_restart()
    {
        var store = new RememberedClock();
        var reminders = new RememberedReminders();
        await using (var before = await ClockCluster.StartAsync(store, reminders: reminders))
        {
            await before.Grain("a").RemindAsync("r", Hour, Hour);
            await before.AdvanceAsync(1.5 * Hour).InTime();
        }

        var readable = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        reminders.Readable = readable.Task;
        await using var after = await ClockCluster.StartAsync(store, reminders: reminders);
        var advance = after.AdvanceAsync(Hour);
        Assert.Equal(ClockCluster.Start + (1.5 * Hour), after.Clock.GetUtcNow());

        readable.SetResult();
        await advance.InTime();
        Assert.Equal([ClockCluster.Start.UtcDateTime.AddHours(2).AddMilliseconds(1)], after.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Lives_with_reminders_that_are_all_in_memory()
    {
        await using var cluster = await ClockCluster.StartAsync();

        var reminders = cluster.Silo.GetRequiredService<IOptions<ReminderOptions>>().Value;

        Assert.Equal(TimeSpan.FromDays(400), reminders.ReminderLoadingWindow);
        Assert.Equal(6 * Hour, reminders.RefreshReminderListPeriod);
    }

    [Fact]
    public async Task That_is_real_gives_the_system_time_which_cannot_be_steered()
    {
        var stored = new StoredClock(IsSimulated: false, ClockCluster.Start, Rate: 1, Paused: false);
        await using var cluster = await ClockCluster.StartAsync(new RememberedClock(stored));

        var before = TestTime.Real.GetUtcNow();
        var view = await cluster.Simulation.GetClockAsync();

        Assert.False(view.IsSimulated);
        Assert.InRange(view.Now, before, TestTime.Real.GetUtcNow());
        Assert.Null(await cluster.Simulation.SteerAsync(rate: 2, paused: null));
        Assert.Null(await cluster.Simulation.AdvanceAsync(before + Hour));
    }

    [Fact]
    public async Task Rules_grains_and_reminders_and_nothing_else()
    {
        await using var cluster = await ClockCluster.StartAsync();
        TimeProvider Of(string area) => cluster.Silo.GetRequiredKeyedService<TimeProvider>(area);

        Assert.Same(cluster.FleetClock, Of(TimeProviderNames.Grains));
        Assert.Equal(ClockCluster.Start, Of(ReminderTimeProviderNames.Reminders).GetUtcNow());
        Assert.Same(TestTime.Real, Of(TimeProviderNames.Membership));
        Assert.Same(TestTime.Real, cluster.Silo.GetRequiredService<TimeProvider>());
    }
}
