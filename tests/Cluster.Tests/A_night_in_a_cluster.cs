using System.Diagnostics;
using Wuying.Harness;

namespace Wuying.Cluster.Tests;

public sealed class A_night_in_a_cluster(RunningCluster cluster) : IClassFixture<RunningCluster>
{
    private static readonly int Computers = TestLength.Of(1_500, 20_000);
    private static readonly double Rate = TestLength.Of(3_000, 1_000);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    /// <summary>After a death its work goes on within this time, with the settings that are shipped.</summary>
    private static readonly TimeSpan TakeOverMax = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Is_flawless_when_a_silo_is_killed_every_hour_and_comes_back_a_minute_later()
    {
        var night = await Night.ScheduleAsync(cluster, "cn-hangzhou", "Asia/Shanghai", Computers);
        await night.SteerAsync(Rate);
        for (var hour = 0; hour < TestLength.Of(2, 5); hour++)
        {
            await night.UntilAsync(night.AtLocal(hour + 0.5));
            var number = hour % cluster.SilosCount;
            var watch = Stopwatch.StartNew();
            await cluster.KillAsync(number);
            await night.UntilAsync(await night.NowAsync() + Minute);
            Report.Say($"silo {number + 1} was killed; a minute of the night later, and {watch.Elapsed.TotalSeconds:F1} s, it is started again");
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TakeOverMax);
            await cluster.StartAgainAsync(number);
        }

        await night.AssertFlawlessAsync();
    }

    [Fact]
    public async Task Is_flawless_when_all_silos_are_killed_at_the_same_instant_in_mid_window()
    {
        var night = await Night.ScheduleAsync(cluster, "cn-shanghai", "Asia/Shanghai", Computers);
        await night.SteerAsync(Rate);
        await night.UntilAsync(night.AtLocal(0.1));

        var all = Enumerable.Range(0, cluster.SilosCount).ToArray();
        await cluster.KillAsync(all);
        var watch = Stopwatch.StartNew();
        await cluster.StartAgainAsync(all);
        await night.UntilAsync(await night.NowAsync() + Minute);

        Report.Say($"all silos were killed and started again; their work went on after {watch.Elapsed.TotalSeconds:F1} s");
        await night.AssertFlawlessAsync();
    }

    [Fact]
    public async Task Is_flawless_when_the_database_dies_in_mid_window_and_nobody_is_told_a_wrong_success()
    {
        var night = await Night.ScheduleAsync(cluster, "cn-beijing", "Asia/Shanghai", Computers);
        await night.SteerAsync(Rate);
        await night.UntilAsync(night.AtLocal(0.1));
        using var load = await SteadyLoad.StartAsync(cluster.Client, "ap-northeast-1", perSecond: 50);

        await cluster.Postgres.KillAsync();
        load.Begin("the database is away");
        await TestTime.PassAsync(TestLength.Of(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)));
        load.Begin("the database is back");
        await cluster.Postgres.StartAgainAsync();
        await night.UntilAsync(await night.NowAsync() + Minute);

        await load.StopAsync();
        await load.AssertAcknowledgedIsThereAsync();
        await night.AssertFlawlessAsync();
    }

    [Fact]
    public async Task Is_flawless_when_a_silo_sleeps_through_its_own_death_and_wakes_up()
    {
        var night = await Night.ScheduleAsync(cluster, "ap-southeast-1", "Asia/Singapore", Computers);
        await night.SteerAsync(Rate);
        await night.UntilAsync(night.AtLocal(0.1));

        var sleeper = cluster.Silo(1);
        var watch = Stopwatch.StartNew();
        await sleeper.SuspendAsync();
        await night.UntilAsync(await night.NowAsync() + Minute);
        Report.Say($"a silo fell asleep; the others went on without it after {watch.Elapsed.TotalSeconds:F1} s");
        await TestTime.PassAsync(TestLength.Of(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(90) - watch.Elapsed));
        await sleeper.ResumeAsync();
        await sleeper.EndedAsync();
        await cluster.StartAgainAsync(1);

        await night.AssertFlawlessAsync();
    }

    [Fact]
    public async Task Is_flawless_while_one_silo_after_the_other_is_restarted_and_requests_go_on()
    {
        var night = await Night.ScheduleAsync(cluster, "us-east-1", "America/New_York", Computers);
        using var load = await SteadyLoad.StartAsync(cluster.Client, "us-west-1", perSecond: TestLength.Of(100, 200));
        await night.SteerAsync(Rate);
        await night.UntilAsync(night.AtLocal(0.1));

        foreach (var number in Enumerable.Range(0, cluster.SilosCount))
        {
            load.Begin($"silo {number + 1} is restarted");
            await cluster.StopAsync(number);
            await cluster.StartAgainAsync(number);
        }

        load.Begin("all are back");
        await TestTime.PassAsync(TimeSpan.FromSeconds(5));
        await load.StopAsync();
        await load.AssertAcknowledgedIsThereAsync();
        await night.AssertFlawlessAsync();
    }
}
