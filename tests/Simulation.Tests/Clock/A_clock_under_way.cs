namespace Wuying.Simulation.Tests.Clock;

public sealed class A_clock_under_way
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Ticks_at_its_rate()
    {
        await using var cluster = await ClockCluster.StartAsync();
        var third = TickOf(cluster, number: 3);
        await cluster.Grain("a").RemindAsync("r", Minute, Minute);

        await cluster.Simulation.SteerAsync(rate: 3_600, paused: null);
        await third.InTime();
        await cluster.Simulation.SteerAsync(rate: null, paused: true);

        var ticks = cluster.Probe.Of("a", "r");
        var due = Enumerable.Range(1, ticks.Count).Select(minute => ClockCluster.Start.UtcDateTime.AddMinutes(minute).AddMilliseconds(1));
        Assert.Equal(due, ticks);
    }

    [Fact]
    public async Task Waits_for_a_slow_tick_and_shows_how_far_it_is_behind()
    {
        await using var cluster = await ClockCluster.StartAsync();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            entered.TrySetResult();
            return gate.Task;
        };
        await cluster.Grain("a").RemindAsync("r", Minute, TimeSpan.FromDays(1));
        await cluster.Simulation.SteerAsync(rate: 1_000_000, paused: null);
        await entered.Task.InTime();

        var during = await cluster.Simulation.GetClockAsync();
        gate.SetResult();

        Assert.Equal(ClockCluster.Start + Minute + TimeSpan.FromMilliseconds(1), during.Now);
        Assert.InRange(during.LagSeconds, 0.001, 10_000_000);
    }

    [Fact]
    public async Task Is_steered_and_advanced_through_its_grain()
    {
        await using var cluster = await ClockCluster.StartAsync();

        await cluster.Simulation.SteerAsync(rate: 120, paused: true);
        var arrived = await cluster.Simulation.AdvanceAsync(ClockCluster.Start + TimeSpan.FromHours(1)).InTime();

        Assert.Equal(new(IsSimulated: true, ClockCluster.Start + TimeSpan.FromHours(1), Rate: 120, Paused: true, LagSeconds: 0), arrived);
        Assert.Equal(arrived, await cluster.Simulation.GetClockAsync());
    }

    [Fact]
    public async Task Lets_an_advance_fail_when_its_silo_stops()
    {
        await using var cluster = await ClockCluster.StartAsync();
        var entered = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            entered.TrySetResult();
            return gate.Task;
        };
        await cluster.Grain("a").RemindAsync("r", Minute, Minute);
        var advance = cluster.AdvanceAsync(TimeSpan.FromDays(1));
        await entered.Task.InTime();

        var stop = cluster.StopSiloAsync();
        await Assert.ThrowsAsync<OperationCanceledException>(() => advance.InTime());
        gate.SetResult();
        await stop.InTime();
    }

    private static Task TickOf(ClockCluster cluster, int number)
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var count = 0;
        cluster.Probe.OnTickAsync = (_, _) =>
        {
            if (++count == number)
            {
                reached.SetResult();
            }

            return Task.CompletedTask;
        };
        return reached.Task;
    }
}
