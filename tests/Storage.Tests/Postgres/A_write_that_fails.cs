using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests.Postgres;

public sealed class A_write_that_fails : StoreTests<PostgresHarness>
{
    // PostgreSQL's texts hold every character but this one.
    [Fact]
    public async Task Does_not_harm_the_others_of_its_batch()
    {
        Task bad;
        Task[] good;
        using (await Store.HoldWritersAsync())
        {
            good = [.. Enumerable.Range(0, 10).Select(number => Store.WriteAsync(
                GrainTypes.CloudComputer, $"ecd-{number}", Sample.StateOf(Sample.Computer($"ecd-{number}"))))];
            bad = Store.WriteAsync(GrainTypes.CloudComputer, "ecd-50", Sample.StateOf(Sample.Computer("ecd-50") with { Name = "a\0b" }));
        }

        await Task.WhenAll(good);
        Assert.Contains("0x00", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message, StringComparison.Ordinal);
        Assert.Equal(10, (await Store.Queries.SummarizeAsync(null)).Total);
    }

    [Fact]
    public async Task Keeps_its_events_for_the_next_attempt()
    {
        var state = Sample.StateOf(Sample.Computer("ecd-1"));
        state.State!.NewEvents = [Sample.Change("ecd-1") with { Data = "\0" }];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state));

        Assert.Single(state.State.NewEvents);
        Assert.Null(state.ETag);
        Assert.False((await Store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-1")).RecordExists);
        Assert.Equal(0, await Store.Queries.FindNewestSequenceAsync());
        state.State.NewEvents = [Sample.Change("ecd-1")];
        await Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state);
        Assert.Single(await Store.Queries.ListEventsAsync(0, 10));
    }
}
