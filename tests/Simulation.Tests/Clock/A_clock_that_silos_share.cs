using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

public sealed class A_clock_that_silos_share
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly string[] Grains = [.. Enumerable.Range(0, 30).Select(number => $"grain-{number}")];

    [Fact]
    public async Task Shows_the_same_instant_in_all_of_them()
    {
        await using var cluster = await SharedClockCluster.StartAsync();

        var view = await cluster.AdvanceAsync(6 * Hour).InTime();

        Assert.Equal(SharedClockCluster.Start + (6 * Hour), view!.Now);
        Assert.All(cluster.Shown, shown => Assert.Equal(view.Now, shown));
        Assert.Equal(view.Now, cluster.Store.Clock!.Now);
    }

    [Fact]
    public async Task Fires_each_reminder_once_at_its_instant_and_no_silo_is_elsewhere_meanwhile()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        var apart = TimeSpan.Zero;
        cluster.Probe.OnTickAsync = async (_, _) =>
        {
            await Task.Yield();
            var shown = cluster.Shown;
            lock (Grains)
            {
                apart = shown.Max() - shown.Min() is var now && now > apart ? now : apart;
            }
        };
        await cluster.RemindAsync(Grains, 10 * Minute, Hour);

        await cluster.AdvanceAsync(5 * Hour).InTime();

        var expected = Enumerable.Range(0, 5).Select(hour => (SharedClockCluster.Start + (10 * Minute) + (hour * Hour)).UtcDateTime).ToArray();
        Assert.All(Grains, grain => Assert.Equal(
            expected, cluster.Probe.Of(grain, "r").Select(tick => tick.AddTicks(-(tick.Ticks % TimeSpan.TicksPerSecond)))));
        Assert.InRange(apart, TimeSpan.Zero, 10 * SimulatedClock.Resolution);
    }

    [Fact]
    public async Task Waits_everywhere_for_the_work_of_one()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        var (working, done) = (NewSource(), NewSource());
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            working.TrySetResult();
            return done.Task;
        };
        await cluster.Grain("slow").RemindAsync("r", Hour, Hour);

        var advance = cluster.AdvanceAsync(1.5 * Hour);
        await working.Task.InTime();
        var meanwhile = cluster.Shown;
        var view = await cluster.Simulation.GetClockAsync();
        done.SetResult();
        await advance.InTime();

        Assert.All(meanwhile.Append(view.Now), shown => Assert.InRange(shown - SharedClockCluster.Start, Hour, Hour + Minute));
        Assert.All(cluster.Shown, shown => Assert.Equal(SharedClockCluster.Start + (1.5 * Hour), shown));
    }

    [Fact]
    public async Task Takes_no_step_while_one_of_them_is_at_work_already()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        await cluster.RemindAsync(Grains, 10 * Minute, Hour);
        await cluster.AdvanceAsync(Minute).InTime();
        var busy = SharedClockCluster.Clock(cluster.Silos[^1]).Simulated!;

        busy.Hold();
        var advance = cluster.AdvanceAsync(5 * Hour);
        for (var call = 0; call < 300; call++)
        {
            await cluster.Simulation.GetClockAsync();
        }

        Assert.All(cluster.Shown, shown => AssertAt(Minute, shown));
        busy.Release();
        await advance.InTime();
        Assert.All(Grains, grain => Assert.Equal(5, cluster.Probe.Of(grain, "r").Count));
    }

    [Fact]
    public async Task Does_at_once_what_one_silo_gives_the_others_to_do()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        cluster.Probe.OnTickAsync = (grain, name) => name is "r"
            ? Task.WhenAll(Grains.Select(other => grain.Other(other).RemindAsync("given", TimeSpan.Zero, 30 * Hour)))
            : Task.CompletedTask;
        await cluster.Grain("giver").RemindAsync("r", Hour, 30 * Hour);

        await cluster.AdvanceAsync(20 * Hour).InTime();

        Assert.All(Grains, grain => Assert.InRange(
            Assert.Single(cluster.Probe.Of(grain, "given")) - (SharedClockCluster.Start + Hour).UtcDateTime, TimeSpan.Zero, TimeSpan.FromSeconds(1)));
    }

    [Fact]
    public async Task Goes_on_when_the_silo_that_led_it_dies_and_misses_no_tick()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        await cluster.RemindAsync(Grains, Minute, Minute);
        await cluster.AdvanceAsync(Hour).InTime();
        var term = cluster.Store.Term;

        await cluster.KillAsync(cluster.Leader);
        await cluster.AdvanceAsync(2 * Hour).InTime();

        Assert.True(cluster.Store.Term > term);
        Assert.All(cluster.Shown, shown => AssertAt(2 * Hour, shown));
        Assert.All(Grains, grain => Assert.InRange(cluster.Probe.Of(grain, "r").Count, 115, 121));
    }

    [Fact]
    public async Task Is_not_moved_by_one_whose_term_is_over()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        await cluster.AdvanceAsync(Hour).InTime();

        await cluster.Store.BeginTermAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.AdvanceAsync(2 * Hour).InTime());
        Assert.All(cluster.Shown, shown => AssertAt(Hour, shown));
    }

    [Fact]
    public async Task Is_led_by_somebody_else_after_that()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        await cluster.Store.BeginTermAsync(TestContext.Current.CancellationToken);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cluster.AdvanceAsync(Hour).InTime());

        await cluster.Simulation.GetClockAsync();
        var view = await cluster.AdvanceAsync(Hour).InTime();

        Assert.Equal(SharedClockCluster.Start + Hour, view!.Now);
    }

    [Fact]
    public async Task Is_what_a_silo_that_joins_later_begins_with()
    {
        await using var cluster = await SharedClockCluster.StartAsync();
        await cluster.RemindAsync(Grains, Minute, Minute);
        await cluster.AdvanceAsync(Hour).InTime();

        var joined = await cluster.AddSiloAsync();

        AssertAt(Hour, SharedClockCluster.Clock(joined).GetUtcNow());
        await cluster.AdvanceAsync(2 * Hour).InTime();
        Assert.Equal(4, cluster.Shown.Count);
        Assert.All(cluster.Shown, shown => AssertAt(2 * Hour, shown));
    }

    [Fact]
    public async Task Runs_at_its_rate_and_shows_how_far_it_is_behind()
    {
        await using var cluster = await SharedClockCluster.StartAsync(rate: 3_600);
        var (working, done) = (NewSource(), NewSource());
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            working.TrySetResult();
            return done.Task;
        };
        await cluster.Grain("slow").RemindAsync("r", Hour, 24 * Hour);
        await working.Task.InTime();

        Assert.InRange((await cluster.Simulation.GetClockAsync()).LagSeconds, 0, 36_000);
        var before = await LagAsync(cluster);
        await UntilAsync(async () => await LagAsync(cluster) > before);
        done.SetResult();
        await UntilAsync(() => Task.FromResult(cluster.Shown.Min() > SharedClockCluster.Start + (2 * Hour)));
        await UntilAsync(async () => await LagAsync(cluster) < 3_600);
    }

    [Fact]
    public async Task Stands_still_where_it_is_paused()
    {
        await using var cluster = await SharedClockCluster.StartAsync(rate: 3_600);

        var view = await cluster.Simulation.SteerAsync(rate: null, paused: true);
        await cluster.AdvanceAsync(48 * Hour).InTime();

        Assert.True(view!.Paused);
        Assert.All(cluster.Shown, shown => Assert.Equal(SharedClockCluster.Start + (48 * Hour), shown));
        Assert.True(cluster.Store.Clock!.Paused);
    }

    // A clock at which something was due just then stands a moment after it, as may what another silo arms from there.
    private static void AssertAt(TimeSpan expected, DateTimeOffset shown) =>
        Assert.InRange(shown - SharedClockCluster.Start - expected, TimeSpan.Zero, 10 * SimulatedClock.Resolution);

    private static async Task<double> LagAsync(SharedClockCluster cluster) => (await cluster.Simulation.GetClockAsync()).LagSeconds;

    private static async Task UntilAsync(Func<Task<bool>> isSo)
    {
        while (!await isSo())
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), TestTime.Real, TestContext.Current.CancellationToken);
        }
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
