using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Wuying.Contracts.Fleet;
using Wuying.Domain.EndUsers;
using Wuying.Grains.Fleet;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class Measuring_the_fleet : FleetTests
{
    [Fact]
    public async Task Each_state_of_an_update_is_counted_once()
    {
        using var recorder = new Recorder(Fleet.Service<IMeterFactory>(), FleetInstruments.MeterName);
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await Fleet.AdvanceAsync(Morning);

        Assert.Equal(
            [(1, "method=scheduled state=scheduled"), (1, "method=scheduled state=running"), (1, "method=scheduled state=succeeded")],
            recorder.Of("wuying.update.transitions"));
        var (seconds, tags) = Assert.Single(recorder.Of("wuying.update.duration"));
        Assert.InRange(seconds, 600, 960);
        Assert.Equal("method=scheduled state=succeeded", tags);
    }

    [Fact]
    public async Task A_missed_update_is_counted_with_its_reason()
    {
        using var recorder = new Recorder(Fleet.Service<IMeterFactory>(), FleetInstruments.MeterName);
        await Fleet.AddAsync([A.Computer("ecd-1") with { Session = new UserSession(A.UserOf("ecd-1"), Afternoon) }]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await Fleet.AdvanceAsync(Morning);

        Assert.Equal((1, "method=scheduled reason=ComputerConnected state=missed"), recorder.Of("wuying.update.transitions")[^1]);
        Assert.Empty(recorder.Of("wuying.update.duration"));
    }

    [Fact]
    public async Task Ticks_on_a_clock_that_waits_for_them_are_not_late()
    {
        using var recorder = new Recorder(Fleet.Service<IMeterFactory>(), FleetInstruments.MeterName);
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));
        await Fleet.AdvanceAsync(Morning);

        var ticks = recorder.Of("wuying.tick.lateness");
        Assert.All(ticks, tick => Assert.InRange(tick.Value, 0, 0.01));
        Assert.Contains(ticks, tick => tick.Tags == "ticker=window");
    }

    [Fact]
    public async Task The_places_left_are_shown_for_a_day_of_which_one_is_taken()
    {
        using var recorder = new Recorder(Fleet.Service<IMeterFactory>(), FleetInstruments.MeterName);
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await Fleet.SetQuotaAsync(A.Hangzhou, 7);
        Assert.Empty(recorder.Show("wuying.quota.remaining"));

        await Fleet.Computer("ecd-1").RequestUpdateAsync(A.Scheduled(target, Tomorrow));

        Assert.Equal([(6, "day=2023-10-26 region=cn-hangzhou")], recorder.Show("wuying.quota.remaining"));
    }

    [Fact]
    public async Task A_bulk_operation_has_a_span_and_measurements_for_each_wave()
    {
        using var recorder = new Recorder(Fleet.Service<IMeterFactory>(), FleetInstruments.MeterName);
        var waves = new ConcurrentQueue<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == FleetActivities.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = waves.Enqueue,
        };
        ActivitySource.AddActivityListener(listener);
        await Fleet.AddAsync([A.Computer("ecd-1"), A.Computer("ecd-2")]);

        const string Id = "op-measured";
        await Fleet.Grains.GetGrain<IBulkOperationGrain>(Id).BeginAsync(A.Hangzhou, new ComputerFilter { RegionId = A.Hangzhou }, new BulkCommand(null, "test"));
        await Fleet.FinishedAsync(Id);

        var wave = Assert.Single(waves, wave => wave.GetTagItem("wuying.operation") as string == Id);
        Assert.Equal(2, wave.GetTagItem("wuying.wave.size"));
        Assert.Contains((2, "kind=bulk"), recorder.Of("wuying.wave.size"));
    }
}
