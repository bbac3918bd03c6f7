using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Tests;

public abstract class Awaiting_events<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    // Longer than any test waits: who ends a wait by patience here has missed an event.
    private static readonly TimeSpan Patience = IFleetQueries.PatienceMax;
    private static readonly TimeSpan Prompt = Patience / 2;

    [Fact]
    public async Task What_is_there_is_answered_at_once()
    {
        await Store.RecordAsync("ecd-1", Sample.Change("ecd-1", "first"), Sample.Change("ecd-1", "second"), Sample.Change("ecd-1", "third"));

        var events = await AwaitAsync(after: 0, limit: 2);

        Assert.Equal(["first", "second"], events.Select(recorded => recorded.Event.Kind));
        Assert.Equal(await Store.Queries.ListEventsAsync(events[^1].Sequence, 10), await AwaitAsync(events[^1].Sequence));
    }

    [Fact]
    public async Task A_commit_with_events_wakes_all_who_wait()
    {
        var waiting = Enumerable.Range(0, 20).Select(_ => AwaitAsync(after: 0)).ToArray();

        await Store.PutAsync(Sample.Computer("ecd-silent"));
        Assert.DoesNotContain(waiting, wait => wait.IsCompleted);
        await Store.RecordAsync("ecd-1", Sample.Change("ecd-1"));

        Assert.All(await Task.WhenAll(waiting), events => Assert.Equal("ecd-1", Assert.Single(events).Event.SubjectId));
    }

    [Fact]
    public async Task A_write_that_is_refused_wakes_nobody()
    {
        var waiting = AwaitAsync(after: 0);

        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.RecordAsync("ecd-1", Sample.Change("ecd-2")));
        Assert.False(waiting.IsCompleted);

        await Store.RecordAsync("ecd-1", Sample.Change("ecd-1"));
        Assert.Single(await waiting);
    }

    [Fact]
    public async Task Patience_that_is_over_ends_with_nothing() =>
        Assert.Empty(await Store.Queries.AwaitEventsAsync(0, 10, TimeSpan.FromMilliseconds(1)));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(long.MinValue)]
    public async Task Without_patience_nobody_waits(long ticks) =>
        Assert.Empty(await Store.Queries.AwaitEventsAsync(0, 10, TimeSpan.FromTicks(ticks)).WaitAsync(Prompt));

    [Fact]
    public async Task A_store_that_is_about_to_close_lets_nobody_wait()
    {
        var waiting = AwaitAsync(after: 0);
        Store.CloseArrivals();

        Assert.Empty(await waiting);
        Assert.Empty(await AwaitAsync(after: 0));
    }

    [Fact]
    public async Task The_newest_sequence_number_is_known()
    {
        Assert.Equal(0, await Store.Queries.FindNewestSequenceAsync());

        await Store.RecordAsync("ecd-1", Sample.Change("ecd-1"), Sample.Change("ecd-1"));

        Assert.Equal((await Store.Queries.ListEventsAsync(0, 10))[^1].Sequence, await Store.Queries.FindNewestSequenceAsync());
    }

    [Fact]
    public async Task No_reader_beside_many_writers_misses_an_event_or_sees_one_twice()
    {
        const int Writers = 8;
        const int WritesEach = 150;
        var readers = Enumerable.Range(0, 6).Select(_ => ReadAsync(Writers * WritesEach)).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            for (var write = 0; write < WritesEach; write++)
            {
                await Store.RecordAsync($"ecd-{writer}", Sample.Change($"ecd-{writer}", $"fact{write}"));
            }
        }));

        var all = await ListAllAsync();
        Assert.Equal(Writers * WritesEach, all.Count);
        Assert.All(await Task.WhenAll(readers), read => Assert.Equal(all, read));
    }

    // One writer that writes only when its reader has seen the write before: a wake-up lost between look and wait would be the last.
    [Fact]
    public async Task No_wake_up_is_lost_between_the_look_and_the_wait()
    {
        long last = 0;
        for (var round = 0; round < 500; round++)
        {
            var waiting = AwaitAsync(last);
            await Store.RecordAsync("ecd-1", Sample.Change("ecd-1"));
            last = Assert.Single(await waiting).Sequence;
        }
    }

    private Task<ImmutableArray<RecordedEvent>> AwaitAsync(long after, int limit = 10) =>
        Store.Queries.AwaitEventsAsync(after, limit, Patience).WaitAsync(Prompt);

    private async Task<List<RecordedEvent>> ReadAsync(int count)
    {
        var read = new List<RecordedEvent>();
        while (read.Count < count)
        {
            var page = await AwaitAsync(read.Count == 0 ? 0 : read[^1].Sequence, limit: 7);
            Assert.InRange(page.Length, 1, 7);
            read.AddRange(page);
        }

        return read;
    }

    private async Task<List<RecordedEvent>> ListAllAsync()
    {
        var all = new List<RecordedEvent>();
        while (await Store.Queries.ListEventsAsync(all.Count == 0 ? 0 : all[^1].Sequence, 1_000) is { IsEmpty: false } page)
        {
            all.AddRange(page);
        }

        return all;
    }
}
