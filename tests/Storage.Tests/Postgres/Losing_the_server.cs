using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Harness.Processes;
using Wuying.Storage.Hosting;

namespace Wuying.Storage.Tests.Postgres;

public sealed class Losing_the_server(Losing_the_server.OwnServer own) : IAsyncLifetime, IClassFixture<Losing_the_server.OwnServer>
{
    private const int Seed = 20231024;
    private readonly PostgresHarness _store = new();

    private PostgresServer Server => own.Server;

    public async ValueTask InitializeAsync() => await _store.OpenAtAsync(await PostgresDatabases.MakeAsync(Server));

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task Loses_no_acknowledged_write_and_tears_none()
    {
        var acknowledged = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        var chance = new Random(Seed);
        for (var round = 0; round < 4; round++)
        {
            var enough = new Enough(chance.Next(1, 4_000));
            var writers = Enumerable.Range(0, 64).Select(number => WriteUntilAwayAsync($"ecd-{number}", acknowledged, enough)).ToArray();
            await enough.Reached;
            await Server.KillAsync();
            var failures = await Task.WhenAll(writers);
            Assert.All(failures, failure => Assert.IsType<IOException>(failure));
            await Server.StartAgainAsync();
            await AssertAllThereAsync(acknowledged);
        }

        Assert.Equal(64, acknowledged.Count);
    }

    [Fact]
    public async Task Fails_callers_soon_and_the_store_goes_on_when_it_is_back()
    {
        await _store.PutAsync(Sample.Computer("ecd-1"));
        await Server.StopAsync();

        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAsync<IOException>(() => _store.WriteAsync(GrainTypes.CloudComputer, "ecd-2", Sample.StateOf(Sample.Computer("ecd-2"))));
        await Assert.ThrowsAsync<IOException>(() => _store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-1"));
        await Assert.ThrowsAsync<IOException>(() => _store.Queries.SummarizeAsync(null));
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(20));

        await Server.StartAgainAsync();
        await _store.PutAsync(Sample.Computer("ecd-2"));
        Assert.Equal(2, (await _store.Queries.SummarizeAsync(null)).Total);
    }

    // Pooled connections are dead after a restart, which shows at their first use.
    [Fact]
    public async Task For_a_moment_between_two_writes_is_not_noticed()
    {
        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => _store.PutAsync(Sample.Computer($"ecd-{number}"))));
        await Server.StopAsync();
        await Server.StartAgainAsync();

        await Task.WhenAll(Enumerable.Range(0, 100).Select(number => _store.PutAsync(Sample.Computer($"ecd-{number}"))));

        Assert.Equal(100, (await _store.Queries.SummarizeAsync(null)).Total);
    }

    [Fact]
    public async Task Wakes_readers_again_once_it_is_back()
    {
        await Server.StopAsync();
        await Server.StartAgainAsync();
        await _store.RecordAsync("ecd-1", Sample.Change("ecd-1"));
        var waiting = _store.Queries.AwaitEventsAsync(1, 10, IFleetQueries.PatienceMax);

        await _store.RecordAsync("ecd-1", Sample.Change("ecd-1"));

        Assert.Single(await waiting.WaitAsync(IFleetQueries.PatienceMax / 2));
    }

    [Fact]
    public async Task Before_it_has_started_is_waited_for()
    {
        await Server.StopAsync();
        await using var services = PostgresHarness.ServicesAt(_store.Connection, new SteppedClock(), patience: TimeSpan.FromSeconds(30));
        var opening = services.GetRequiredService<IFleetStore>().OpenAsync();

        await Server.StartAgainAsync();
        await opening;
    }

    private async Task<Exception> WriteUntilAwayAsync(string id, ConcurrentDictionary<string, long> acknowledged, Enough enough)
    {
        try
        {
            var state = await _store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, id);
            for (var count = long.Parse(state.ETag ?? "0") + 1; ; count++)
            {
                state.State!.Current = Sample.Computer(id) with { Name = count.ToString(CultureInfo.InvariantCulture) };
                state.State.NewEvents = [Sample.Change(id)];
                state.State.NewUpdates = [Sample.Update(id, (int)count)];
                await _store.WriteAsync(GrainTypes.CloudComputer, id, state);
                acknowledged[id] = count;
                enough.Count();
            }
        }
        catch (Exception exception) when (exception is not InvalidOperationException)
        {
            return exception;
        }
    }

    private async Task AssertAllThereAsync(ConcurrentDictionary<string, long> acknowledged)
    {
        var kept = new Dictionary<string, long>(StringComparer.Ordinal);
        await using var source = NpgsqlDataSource.Create(_store.Connection + ";Pooling=false");
        await using var command = source.CreateCommand(
            """
            SELECT id, row_version, name, (SELECT count(*) FROM events WHERE subject_id = id), (SELECT count(*) FROM updates WHERE computer_id = id)
            FROM computers
            """);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var version = reader.GetInt64(1);
            kept.Add(reader.GetString(0), version);

            // Each write was one event and one update: as many as the version counts, or a transaction was torn.
            Assert.Equal((version.ToString(CultureInfo.InvariantCulture), version, version), (reader.GetString(2), reader.GetInt64(3), reader.GetInt64(4)));
        }

        Assert.All(acknowledged, write => Assert.InRange(kept.GetValueOrDefault(write.Key), write.Value, write.Value + 1));
    }

    /// <summary>A server that these tests may stop.</summary>
    public sealed class OwnServer : IAsyncLifetime
    {
        private PostgresServer? _server;

        public PostgresServer Server => _server ?? throw new InvalidOperationException("The server is not started.");

        public async ValueTask InitializeAsync() => _server = await PostgresServer.StartAsync();

        public ValueTask DisposeAsync()
        {
            Server.End();
            return ValueTask.CompletedTask;
        }
    }

    /// <summary>Counts up to a number.</summary>
    private sealed class Enough(int number)
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _counted;

        public Task Reached => _reached.Task;

        public void Count()
        {
            if (Interlocked.Increment(ref _counted) == number)
            {
                _reached.SetResult();
            }
        }
    }
}
