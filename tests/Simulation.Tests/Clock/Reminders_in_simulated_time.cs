using System.Diagnostics;

namespace Wuying.Simulation.Tests.Clock;

public sealed class Reminders_in_simulated_time
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Tick_at_their_instants_and_are_seen_as_soon_as_the_advance_returns()
    {
        await using var cluster = await ClockCluster.StartAsync();
        await cluster.Grain("a").RemindAsync("r", 10 * Minute, 5 * Minute);

        await cluster.AdvanceAsync(20 * Minute).InTime();

        Assert.Equal(Instants(10, 15, 20), cluster.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Are_each_seen_once_and_in_time_through_ten_days_of_sixteen()
    {
        await using var cluster = await ClockCluster.StartAsync();
        cluster.Probe.OnTickAsync = WorkAsync;
        var grains = Enumerable.Range(0, 16).Select(number => $"grain-{number}").ToList();
        await Task.WhenAll(grains.Select(grain => cluster.Grain(grain).RemindAsync("r", Minute, Minute)));
        var watch = Stopwatch.StartNew();

        await cluster.AdvanceAsync(TimeSpan.FromDays(10)).InTime();

        TestContext.Current.SendDiagnosticMessage("{0} ticks in {1}", 16 * 14_400, watch.Elapsed);
        var expected = Instants([.. Enumerable.Range(1, 14_400)]);
        Assert.All(grains, grain => Assert.Equal(expected, cluster.Probe.Of(grain, "r")));
    }

    [Fact]
    public async Task Are_honoured_when_a_tick_registers_them_for_later_in_the_same_advance()
    {
        await using var cluster = await ClockCluster.StartAsync();
        cluster.Probe.OnTickAsync = static async (grain, name) =>
        {
            if (name == "first")
            {
                await WorkAsync(grain, name);
                await grain.RemindAsync("second", 30 * Minute, TimeSpan.FromDays(1));
            }
        };
        await cluster.Grain("a").RemindAsync("first", 10 * Minute, TimeSpan.FromDays(30));

        await cluster.AdvanceAsync(TimeSpan.FromHours(1)).InTime();

        Assert.Equal([At(10)], cluster.Probe.Of("a", "first"));
        Assert.Equal([At(40).AddMilliseconds(1)], cluster.Probe.Of("a", "second"));
    }

    [Fact]
    public async Task Do_not_tick_again_once_a_tick_has_unregistered_them()
    {
        await using var cluster = await ClockCluster.StartAsync();
        cluster.Probe.OnTickAsync = static (grain, name) => grain.ForgetAsync(name);
        await cluster.Grain("a").RemindAsync("r", Minute, Minute);

        await cluster.AdvanceAsync(TimeSpan.FromDays(1)).InTime();

        Assert.Equal(Instants(1), cluster.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Keep_the_new_schedule_when_a_tick_registers_its_own_reminder_anew()
    {
        await using var cluster = await ClockCluster.StartAsync();
        var isChanged = false;
        cluster.Probe.OnTickAsync = async (grain, name) =>
        {
            if (!isChanged)
            {
                isChanged = true;
                await grain.RemindAsync(name, 60 * Minute, 30 * Minute);
            }
        };
        await cluster.Grain("a").RemindAsync("r", Minute, Minute);

        await cluster.AdvanceAsync(91 * Minute + TimeSpan.FromSeconds(1)).InTime();

        Assert.Equal([At(1), At(61).AddMilliseconds(1), At(91).AddMilliseconds(1)], cluster.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Keep_the_new_schedule_when_it_is_changed_from_outside()
    {
        await using var cluster = await ClockCluster.StartAsync();
        await cluster.Grain("a").RemindAsync("r", 10 * Minute, 10 * Minute);
        await cluster.Grain("a").RemindAsync("r", 15 * Minute, 15 * Minute);

        await cluster.AdvanceAsync(30 * Minute).InTime();

        Assert.Equal(Instants(15, 30), cluster.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Go_on_after_a_tick_that_failed()
    {
        await using var cluster = await ClockCluster.StartAsync();
        var isFirst = true;
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            var fails = isFirst;
            isFirst = false;
            return fails ? throw new InvalidOperationException("Deliberate.") : Task.CompletedTask;
        };
        await cluster.Grain("a").RemindAsync("r", Minute, Minute);

        await cluster.AdvanceAsync(3 * Minute).InTime();

        Assert.Equal(Instants(2, 3), cluster.Probe.Of("a", "r"));
    }

    [Theory]
    [InlineData(61)]
    [InlineData(150)]
    [InlineData(399)]
    public async Task Tick_on_the_day_however_far_ahead(int days)
    {
        await using var cluster = await ClockCluster.StartAsync();
        cluster.Probe.OnTickAsync = WorkAsync;
        await cluster.Grain("a").RemindAsync("r", TimeSpan.FromDays(days), TimeSpan.FromDays(1));
        await cluster.Grain("b").RemindAsync("r", TimeSpan.FromDays(days), TimeSpan.FromDays(1));

        await cluster.AdvanceAsync(TimeSpan.FromDays(days + 1)).InTime();

        Assert.Equal(Instants(days * 1_440, (days + 1) * 1_440), cluster.Probe.Of("a", "r"));
        Assert.Equal(Instants(days * 1_440, (days + 1) * 1_440), cluster.Probe.Of("b", "r"));
    }

    [Fact]
    public async Task Of_two_clusters_in_one_process_do_not_disturb_each_other()
    {
        await using var one = await ClockCluster.StartAsync();
        await using var other = await ClockCluster.StartAsync();
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        other.Probe.OnTickAsync = (_, _) => gate.Task;
        await one.Grain("a").RemindAsync("r", Minute, Minute);
        await other.Grain("a").RemindAsync("r", Minute, Minute);

        var otherAdvance = other.AdvanceAsync(Minute);
        await one.AdvanceAsync(1_440 * Minute).InTime();
        Assert.False(otherAdvance.IsCompleted);
        gate.SetResult();
        await otherAdvance.InTime();

        Assert.Equal(Instants([.. Enumerable.Range(1, 1_440)]), one.Probe.Of("a", "r"));
        Assert.Equal(Instants(1), other.Probe.Of("a", "r"));
    }

    [Fact]
    public async Task Share_the_clock_with_grain_timers()
    {
        await using var cluster = await ClockCluster.StartAsync();
        await cluster.Grain("a").SetTimerAsync(TimeSpan.FromDays(1));

        await cluster.AdvanceAsync(TimeSpan.FromHours(23)).InTime();
        Assert.False(cluster.Probe.TimerFired.Task.IsCompleted);

        await cluster.AdvanceAsync(TimeSpan.FromHours(2)).InTime();
        await cluster.Probe.TimerFired.Task.InTime();
    }

    private static async Task WorkAsync(ReminderProbeGrain grain, string name)
    {
        for (var turn = 0; turn < 3; turn++)
        {
            await Task.Yield();
        }

        await grain.Other("bystander-" + grain.IdentityString[^1]).TouchAsync();
    }

    private static IEnumerable<DateTime> Instants(params int[] minutes) => minutes.Select(At);

    // A tick's wait ends a millisecond after it was due.
    private static DateTime At(int minutes) => ClockCluster.Start.UtcDateTime.AddMinutes(minutes).AddMilliseconds(1);
}
