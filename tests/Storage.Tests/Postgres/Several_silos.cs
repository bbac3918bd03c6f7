using System.Collections.Concurrent;
using System.Collections.Immutable;
using Npgsql;
using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests.Postgres;

public sealed class Several_silos : StoreTests<PostgresHarness>
{
    private static readonly TimeSpan Patience = IFleetQueries.PatienceMax;

    // Of what a test waits for, nothing takes as long; a reader whom nobody wakes would.
    private static readonly TimeSpan Prompt = Patience / 2;

    private readonly PostgresHarness _other = new();

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await _other.OpenAtAsync(Store.Connection);
    }

    public override async ValueTask DisposeAsync()
    {
        await _other.DisposeAsync();
        await base.DisposeAsync();
    }

    [Fact]
    public async Task Race_for_every_version_of_a_row_and_one_wins_each()
    {
        var (wins, losses) = (new ConcurrentBag<string>(), 0);
        for (var round = 0; round < 30; round++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).SelectMany(number => new[] { Store, _other }.Select(async silo =>
            {
                var state = await silo.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, $"ecd-{number}");
                state.State!.Current = Sample.Computer($"ecd-{number}");
                state.State.NewEvents = [Sample.Change($"ecd-{number}")];
                try
                {
                    await silo.WriteAsync(GrainTypes.CloudComputer, $"ecd-{number}", state);
                    wins.Add($"{number} {state.ETag}");
                }
                catch (InconsistentStateException)
                {
                    Interlocked.Increment(ref losses);
                }
            })));
        }

        Assert.Equal(1_200, wins.Count + losses);
        Assert.Distinct(wins);
        Assert.NotEqual(0, losses);
        Assert.Equal(wins.Count, (await ListAllAsync(Store)).Count);
        for (var number = 0; number < 20; number++)
        {
            var state = await Store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, $"ecd-{number}");
            Assert.Equal(wins.Count(win => win.StartsWith($"{number} ", StringComparison.Ordinal)), int.Parse(state.ETag!));
        }
    }

    [Fact]
    public async Task Wake_each_others_readers()
    {
        var waiting = Store.Queries.AwaitEventsAsync(0, 10, Patience);

        await _other.RecordAsync("ecd-1", Sample.Change("ecd-1"));

        Assert.Single(await waiting.WaitAsync(Prompt));
    }

    [Fact]
    public async Task Wake_each_others_readers_after_the_connection_that_listens_was_lost()
    {
        var waiting = Store.Queries.AwaitEventsAsync(0, 10, Patience);
        await using var source = NpgsqlDataSource.Create(Store.Connection + ";Pooling=false");
        await using (var end = source.CreateCommand("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()"))
        {
            Assert.Equal(2L, await end.ExecuteScalarAsync());
        }

        await _other.RecordAsync("ecd-1", Sample.Change("ecd-1"));

        Assert.Single(await waiting.WaitAsync(Prompt));
    }

    // Numbers given out before the commit, as by a sequence, would let a slow commit be passed by a quick one.
    [Fact]
    public async Task Write_many_events_and_no_reader_misses_one_or_sees_one_twice()
    {
        const int Writers = 24;
        const int WritesEach = 60;
        var readers = new[] { Store, _other }.SelectMany(silo => Enumerable.Range(0, 3).Select(_ => ReadAsync(silo, Writers * WritesEach))).ToArray();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(async writer =>
        {
            var silo = writer % 2 == 0 ? Store : _other;
            for (var write = 0; write < WritesEach; write++)
            {
                await silo.RecordAsync($"ecd-{writer}", Sample.Change($"ecd-{writer}", $"fact{write}"));
            }
        }));

        var all = await ListAllAsync(Store);
        Assert.Equal(Enumerable.Range(1, Writers * WritesEach).Select(number => (long)number), all.Select(recorded => recorded.Sequence));
        Assert.All(await Task.WhenAll(readers), read => Assert.Equal(all, read));
    }

    private static async Task<List<RecordedEvent>> ReadAsync(PostgresHarness silo, int count)
    {
        var read = new List<RecordedEvent>();
        while (read.Count < count)
        {
            var page = await silo.Queries.AwaitEventsAsync(read.Count == 0 ? 0 : read[^1].Sequence, 100, Patience).WaitAsync(Prompt);
            Assert.NotEqual(ImmutableArray<RecordedEvent>.Empty, page);
            read.AddRange(page);
        }

        return read;
    }

    private static async Task<List<RecordedEvent>> ListAllAsync(PostgresHarness silo)
    {
        var all = new List<RecordedEvent>();
        while (await silo.Queries.ListEventsAsync(all.Count == 0 ? 0 : all[^1].Sequence, 1_000) is { IsEmpty: false } page)
        {
            all.AddRange(page);
        }

        return all;
    }
}
