using Wuying.Contracts.Fleet;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class Waiting_for_events : FleetTests
{
    // Far more than there are workers to answer questions.
    private const int Readers = 200;

    [Fact]
    public async Task Holds_up_nobody_who_asks_and_ends_with_the_next_commit()
    {
        var newest = await Fleet.Queries.FindNewestSequenceAsync();
        var waiting = Enumerable.Range(0, Readers).Select(_ => Fleet.Queries.AwaitEventsAsync(newest, 10, IFleetQueries.PatienceMax)).ToArray();

        Assert.NotEmpty(await Fleet.Queries.ListRegionsAsync().WaitAsync(IFleetQueries.PatienceMax / 2));
        Assert.DoesNotContain(waiting, wait => wait.IsCompleted);
        await Fleet.AddAsync([A.Computer("ecd-1")]);

        Assert.All(
            await Task.WhenAll(waiting).WaitAsync(IFleetQueries.PatienceMax / 2),
            events => Assert.Equal("ecd-1", Assert.Single(events).Event.SubjectId));
    }

    [Fact]
    public async Task Does_not_keep_a_silo_from_stopping()
    {
        var newest = await Fleet.Queries.FindNewestSequenceAsync();
        _ = Fleet.Queries.AwaitEventsAsync(newest, 10, IFleetQueries.PatienceMax);

        await RestartAsync().WaitAsync(IFleetQueries.PatienceMax / 2);

        Assert.Equal(newest, await Fleet.Queries.FindNewestSequenceAsync());
    }
}
