using Wuying.Contracts.Fleet;
using Wuying.Contracts.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class Forecasting_a_request : FleetTests
{
    private static readonly ComputerFilter Everybody = new() { RegionId = A.Hangzhou };

    [Theory]
    [InlineData(UpdateMethod.Scheduled)]
    [InlineData(UpdateMethod.Immediate)]
    public async Task Says_what_the_request_then_comes_to(UpdateMethod method)
    {
        var request = await PrepareAsync(method);

        var forecast = await Fleet.Queries.ForecastUpdatesAsync(A.Hangzhou, Everybody, request);
        await Fleet.Grains.GetGrain<IBulkOperationGrain>("op-1").BeginAsync(A.Hangzhou, Everybody, new BulkCommand(request, null));
        var operation = await Fleet.FinishedAsync("op-1");

        Assert.Equal(operation.Total, forecast.Total);
        Assert.Equal(operation.Accepted, forecast.Accepted + forecast.Replaced + forecast.Unchanged);
        Assert.Equal(operation.RejectedByCode, forecast.RejectedByCode);
        Assert.True(forecast.RejectedByCode.Count >= 2, string.Join(' ', forecast.RejectedByCode));
    }

    [Fact]
    public async Task Tells_what_gives_way_and_what_is_there_already()
    {
        var request = await PrepareAsync(UpdateMethod.Scheduled);

        var forecast = await ForecastAsync(request, 1, 2, 3);

        // The first has it already, the second has another lead time, the third has nothing yet.
        Assert.Equal((1, 1, 1), (forecast.Accepted, forecast.Replaced, forecast.Unchanged));
        Assert.Equal(3, forecast.PlacesLeft);
    }

    [Fact]
    public async Task Warns_of_what_would_stand_against_a_start_now()
    {
        var request = await PrepareAsync(UpdateMethod.Scheduled);

        var forecast = await ForecastAsync(request, 3, 4, 5);

        Assert.Equal(3, forecast.Accepted);
        Assert.Equal([KeyValuePair.Create("ComputerConnected", 1L), KeyValuePair.Create("ComputerNotRunning", 1L)], forecast.ObstaclesByCode);
    }

    [Fact]
    public async Task Changes_nothing()
    {
        var request = await PrepareAsync(UpdateMethod.Scheduled);
        var before = await Fleet.Queries.FindNewestSequenceAsync();

        await ForecastAsync(request, 1, 2, 3, 4, 5, 6, 7, 8);

        Assert.Equal(before, await Fleet.Queries.FindNewestSequenceAsync());
        Assert.Equal(2, Assert.Single(await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow)).Reserved);
    }

    // Eight computers, six places on the day, two of them taken: the last one is up to date, the fourth connected, the fifth stopped.
    private async Task<UpdateRequest> PrepareAsync(UpdateMethod method)
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 6);
        await Fleet.AddAsync(Enumerable.Range(1, 8).Select(number => number switch
        {
            5 => A.Computer("ecd-5", CloudComputerStatus.Stopped),
            8 => A.Computer("ecd-8") with { CurrentVersion = A.NewVersion },
            _ => A.Computer($"ecd-{number}") with { AssignedUserIds = [new("alice")] },
        }));
        await Fleet.Computer("ecd-4").ConnectAsync(new("alice"));
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        var request = A.Scheduled(target, Tomorrow);
        await Fleet.Computer("ecd-1").RequestUpdateAsync(request);
        await Fleet.Computer("ecd-2").RequestUpdateAsync(request with { SnapshotLeadHours = 6 });
        if (method is UpdateMethod.Immediate)
        {
            return request with { Method = method, Date = null };
        }

        // Two more than there are places for.
        await Fleet.AddAsync([A.Computer("ecd-91"), A.Computer("ecd-92")]);
        return request;
    }

    private Task<UpdateForecast> ForecastAsync(UpdateRequest request, params int[] numbers) => Fleet.Queries.ForecastUpdatesAsync(
        A.Hangzhou, Everybody with { Ids = [.. numbers.Select(number => new CloudComputerId($"ecd-{number}"))] }, request);
}
