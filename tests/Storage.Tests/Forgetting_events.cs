using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Tests;

public abstract class Forgetting_events<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private const int Days = 90;

    private static readonly DateTimeOffset Old = Sample.Noon.AddDays(-Days).AddTicks(-1);

    [Fact]
    public async Task Those_older_than_the_retention_go_and_the_others_stay()
    {
        await Store.RecordAsync("ecd-1", Change("old", Old), Change("kept", Old.AddTicks(1)));
        await Store.RecordAsync("ecd-1", Change("youngest", Sample.Noon));

        await Store.PurgeEventsAsync(Days);

        Assert.Equal(["kept", "youngest"], await KindsAsync());
    }

    [Fact]
    public async Task They_go_in_order_so_that_none_is_missing_in_between()
    {
        await Store.RecordAsync("ecd-1", Change("old", Old), Change("kept", Sample.Noon), Change("behind", Old), Change("newest", Sample.Noon));

        await Store.PurgeEventsAsync(Days);

        Assert.Equal(["kept", "behind", "newest"], await KindsAsync());
    }

    [Fact]
    public async Task Many_go_too()
    {
        for (var write = 0; write < 5; write++)
        {
            await Store.RecordAsync("ecd-1", [.. Enumerable.Range(0, 1_001).Select(_ => Change("old", Old))]);
        }

        await Store.RecordAsync("ecd-1", Change("youngest", Sample.Noon));
        await Store.PurgeEventsAsync(Days);

        Assert.Equal(["youngest"], await KindsAsync());
    }

    [Fact]
    public async Task The_newest_stays_and_no_number_is_used_again()
    {
        await Store.PurgeEventsAsync(Days);
        await Store.RecordAsync("ecd-1", Change("youngest", Sample.Noon), Change("newest", Old));
        var newest = await Store.Queries.FindNewestSequenceAsync();
        await Store.RecordAsync("ecd-2", Sample.Change("ecd-2", "last", Sample.Noon.AddDays(2 * Days)));
        await Store.RecordAsync("ecd-2", Sample.Change("ecd-2", "belated", Old));

        await Store.PurgeEventsAsync(Days);
        await Store.ReopenAsync();
        await Store.PurgeEventsAsync(Days);
        await Store.RecordAsync("ecd-2", Sample.Change("ecd-2", "next", Old));

        var events = await Store.Queries.ListEventsAsync(0, 10);
        Assert.Equal(["last", "belated", "next"], events.Select(recorded => recorded.Event.Kind));
        Assert.Equal([newest + 1, newest + 2, newest + 3], events.Select(recorded => recorded.Sequence));
    }

    [Fact]
    public async Task A_reader_from_before_goes_on_with_the_oldest_that_is_kept()
    {
        await Store.RecordAsync("ecd-1", Change("old", Old), Change("older", Old), Change("kept", Sample.Noon));
        var seen = (await Store.Queries.ListEventsAsync(0, 1))[0].Sequence;

        await Store.PurgeEventsAsync(Days);

        var next = await Store.Queries.AwaitEventsAsync(seen, 10, IFleetQueries.PatienceMax);
        Assert.Equal("kept", Assert.Single(next).Event.Kind);
        Assert.Equal(next, await Store.Queries.ListEventsAsync(seen, 10));
    }

    [Fact]
    public async Task A_history_ends_where_events_are_gone()
    {
        await Store.RecordAsync("ecd-quiet", Sample.Change("ecd-quiet", "old", Old));
        await Store.RecordAsync("ecd-1", Change("old", Old), Change("older", Old), Change("kept", Sample.Noon), Change("newest", Sample.Noon));
        var gone = (await Store.Queries.ListHistoryAsync("computer", "ecd-1", null, 10))[^1].Sequence;

        await Store.PurgeEventsAsync(Days);
        var history = await Store.Queries.ListHistoryAsync("computer", "ecd-1", null, 10);

        Assert.Equal(["newest", "kept"], history.Select(recorded => recorded.Event.Kind));
        Assert.Empty(await Store.Queries.ListHistoryAsync("computer", "ecd-1", history[^1].Sequence, 10));
        Assert.Empty(await Store.Queries.ListHistoryAsync("computer", "ecd-1", gone, 10));
        Assert.Empty(await Store.Queries.ListHistoryAsync("computer", "ecd-quiet", null, 10));
    }

    [Fact]
    public async Task A_computer_goes_on_after_all_its_events_are_gone()
    {
        await Store.RecordAsync("ecd-quiet", Sample.Change("ecd-quiet", "old", Old));
        await Store.RecordAsync("ecd-1", Change("youngest", Sample.Noon));
        await Store.PurgeEventsAsync(Days);

        await Store.RecordAsync("ecd-quiet", Sample.Change("ecd-quiet", "new", Sample.Noon));

        Assert.Equal(["new"], (await Store.Queries.ListHistoryAsync("computer", "ecd-quiet", null, 10)).Select(recorded => recorded.Event.Kind));
    }

    private static FleetEvent Change(string kind, DateTimeOffset at) => Sample.Change("ecd-1", kind, at);

    private async Task<IEnumerable<string>> KindsAsync() => (await Store.Queries.ListEventsAsync(0, 1_000)).Select(recorded => recorded.Event.Kind);
}
