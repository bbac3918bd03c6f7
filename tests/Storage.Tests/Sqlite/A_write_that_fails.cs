using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests.Sqlite;

public sealed class A_write_that_fails : StoreTests<SqliteHarness>
{
    [Fact]
    public async Task Does_not_harm_the_others_of_its_batch()
    {
        Task bad;
        Task[] good;
        using (await Store.HoldWritersAsync())
        {
            good = [.. Enumerable.Range(0, 10).Select(number => Store.PutAsync(Sample.Computer($"ecd-{number}")))];
            bad = Store.Store.WorkAsync<int>("c/ecd-5", session => throw new FormatException("Bad."));
        }

        await Task.WhenAll(good);
        Assert.Contains("Bad.", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message, StringComparison.Ordinal);
        Assert.Equal(10, (await Store.Queries.SummarizeAsync(null)).Total);
    }

    [Fact]
    public async Task Leaves_nothing_of_itself_behind()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.Store.WorkAsync<int>("x", session =>
        {
            session.Run("DELETE FROM youngest_event");
            throw new FormatException("Bad.");
        }));

        Assert.Equal(1, await Store.Store.AskAsync(session => session.Number("SELECT count(*) FROM youngest_event")));
    }

    [Fact]
    public async Task Because_the_disk_is_full_fails_every_caller_and_the_store_goes_on_when_there_is_room()
    {
        await Store.PutAsync(Sample.Computer("ecd-before"));
        await LimitAsync(pages: await PagesAsync() + 20);
        var name = new string('x', 10_000);
        Task[] writes;
        using (await Store.HoldWritersAsync())
        {
            writes = [.. Enumerable.Range(0, 100).Select(number =>
                Store.WriteAsync(GrainTypes.CloudComputer, $"ecd-{number}", Sample.StateOf(Sample.Computer($"ecd-{number}") with { Name = name })))];
        }

        foreach (var write in writes)
        {
            Assert.Contains("disk is full", (await Assert.ThrowsAsync<IOException>(() => write)).Message, StringComparison.Ordinal);
        }

        Assert.Equal(1, (await Store.Queries.SummarizeAsync(null)).Total);
        await LimitAsync(pages: 1_000_000);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => Store.PutAsync(Sample.Computer($"ecd-{number}") with { Name = name })));
        await Store.ReopenAsync();
        Assert.Equal(101, (await Store.Queries.SummarizeAsync(null)).Total);
    }

    [Fact]
    public async Task Keeps_its_events_for_the_next_attempt()
    {
        await LimitAsync(pages: await PagesAsync());
        var state = Sample.StateOf(Sample.Computer("ecd-1") with { Name = new string('x', 50_000) });
        state.State!.NewEvents = [Sample.Change("ecd-1")];
        await Assert.ThrowsAsync<IOException>(() => Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state));
        await LimitAsync(pages: 1_000_000);

        Assert.Single(state.State.NewEvents);
        Assert.Null(state.ETag);
        await Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state);
        Assert.Single(await Store.Queries.ListEventsAsync(0, 10));
        Assert.True((await Store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-1")).RecordExists);
    }

    private Task<long?> LimitAsync(long pages) =>
        Store.Store.WorkAsync("limit", session => session.Number($"PRAGMA max_page_count = {pages.ToString(System.Globalization.CultureInfo.InvariantCulture)}"));

    private async Task<long> PagesAsync() => await Store.Store.AskAsync(session => session.Number("PRAGMA page_count")) ?? 0;
}
