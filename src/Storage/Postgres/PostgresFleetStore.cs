using System.Collections.Immutable;
using Npgsql;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Quotas;
using Wuying.Domain.Updates;
using Wuying.Storage.Events;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>
/// The fleet store in PostgreSQL: a queue that writes, readers, questions, and an ear for other silos' events. Many silos share one
/// database; each row's version says who was first.
/// </summary>
internal sealed class PostgresFleetStore(
    NpgsqlDataSource source, PostgresFleetStoreOptions options, FleetStoreInstruments instruments, EventArrivals arrivals, TimeProvider clock)
    : IFleetStore, IStateStore
{
    private const int WritersCount = 2;
    private const int ReadersCount = 2;

    private readonly SemaphoreSlim _opening = new(1);
    private OpenStore? _open;

    /// <summary>Asks and changes what is not a grain's state.</summary>
    public PostgresQuestions Questions => Open.Questions;

    private OpenStore Open => _open
        ?? throw new InvalidOperationException("The store is not open: the host opens it before the silo starts, and closes it after the silo has stopped.");

    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_open is null)
            {
                await PostgresStart.PrepareAsync(source, options.Patience, clock, cancellationToken);
                _open = new OpenStore(source, instruments, arrivals, clock);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    // The server looks after its files itself.
    public Task InspectAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref _open, null) is { } open)
            {
                await open.DisposeAsync();
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    Task IStateStore.WriteAsync(QueuedWrite write) => Open.Writes.WriteAsync(write);

    Task<StateRow?> IStateStore.ReadAsync(StateAddress address)
    {
        var read = new PendingRead(address);
        Open.Reads.Add(read);
        return read.Row;
    }

    async Task<QuotaRow?> IStateStore.ReadQuotaAsync(DailyQuotaKey day)
    {
        var (days, holders) = await Questions.AskBothAsync(
            new PostgresQuestion<(int Limit, long Version)>(
                "SELECT quota_limit, row_version FROM quota_days WHERE region = $1 AND day = $2",
                row => ((int)row.Int64(0), row.Int64(1)),
                day.RegionId.Value, day.Day),
            new PostgresQuestion<UpdateId>(
                "SELECT update_id FROM quota_reservations WHERE region = $1 AND day = $2",
                row => new UpdateId(row.Text(0)),
                day.RegionId.Value, day.Day));
        return days is [var (limit, version)] ? new QuotaRow(version, new QuotaLedger(limit, holders.ToImmutableHashSet())) : null;
    }

    /// <summary>What an open store holds.</summary>
    private sealed class OpenStore(NpgsqlDataSource source, FleetStoreInstruments instruments, EventArrivals arrivals, TimeProvider clock) : IAsyncDisposable
    {
        private readonly PostgresListener _listener = new(source, arrivals, clock);

        public WriteQueue Writes { get; } = new(
            instruments, [.. Enumerable.Range(0, WritersCount).Select(_ => new PostgresCommitter(source))]);

        public Gathering<PendingRead> Reads { get; } = new(
            "fleet store reader",
            PostgresStateReader.BatchMax,
            [.. Enumerable.Range(0, ReadersCount).Select(_ => (Action<IReadOnlyList<PendingRead>>)new PostgresStateReader(source).Read)]);

        public PostgresQuestions Questions { get; } = new(source);

        public async ValueTask DisposeAsync()
        {
            await Task.Run(Writes.Dispose);
            await Task.Run(Reads.Dispose);
            await _listener.DisposeAsync();
            Questions.Dispose();
        }
    }
}
