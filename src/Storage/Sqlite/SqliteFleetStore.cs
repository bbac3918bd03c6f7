using Microsoft.Data.Sqlite;
using Wuying.Contracts.Quotas;
using Wuying.Storage.Events;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>
/// The fleet store in one SQLite file: a queue that writes, readers, and the file's lock. Opened once at start-up
/// (<see cref="OpenAsync"/>) and closed at the end; never opened by the first who needs it, since a thousand
/// activations waiting for that one would starve the thread pool.
/// </summary>
public sealed class SqliteFleetStore : IFleetStore, IStateStore, IDisposable
{
    private readonly string _path;
    private readonly FleetStoreInstruments _instruments;
    private readonly EventArrivals _arrivals;
    private readonly SemaphoreSlim _opening = new(1);
    private SqliteConnections? _connections;

    /// <summary>Knows the file; touches nothing yet.</summary>
    internal SqliteFleetStore(SqliteFleetStoreOptions options, FleetStoreInstruments instruments, EventArrivals arrivals)
    {
        _path = Path.GetFullPath(options.Path);
        _instruments = instruments;
        _arrivals = arrivals;
    }

    private SqliteConnections Open => _connections
        ?? throw new InvalidOperationException($"The store {_path} is not open: the host opens it before the silo starts, and closes it after the silo has stopped.");

    /// <summary>Opens the store; makes and migrates the file as needed. Opening it again does nothing.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened; the message says what to do.</exception>
    public async Task OpenAsync(CancellationToken cancellationToken = default)
    {
        await _opening.WaitAsync(cancellationToken);
        try
        {
            _connections ??= await Task.Run(() => new SqliteConnections(_path, _instruments, _arrivals), cancellationToken);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <inheritdoc/>
    public Task InspectAsync(CancellationToken cancellationToken = default) => Task.Run(() => Inspect(cancellationToken), cancellationToken);

    /// <summary>Closes the store: what was queued is written, and the log goes into the file.</summary>
    public async ValueTask DisposeAsync()
    {
        await _opening.WaitAsync();
        try
        {
            if (Interlocked.Exchange(ref _connections, null) is { } connections)
            {
                await Task.Run(connections.Dispose);
            }
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Closes the store, for hosts that are not disposed of asynchronously.</summary>
    public void Dispose() => Interlocked.Exchange(ref _connections, null)?.Dispose();

    Task IStateStore.WriteAsync(QueuedWrite write) => Open.Writes.WriteAsync(write);

    Task<StateRow?> IStateStore.ReadAsync(StateAddress address)
    {
        var read = new PendingRead(address);
        Open.Reads.Add(read);
        return read.Row;
    }

    Task<QuotaRow?> IStateStore.ReadQuotaAsync(DailyQuotaKey day) => AskAsync(session => SqliteQuotas.Read(session, day));

    /// <summary>Asks a question of what is committed.</summary>
    internal Task<T> AskAsync<T>(Func<SqliteSession, T> question) => Open.Readers.AskAsync(question);

    /// <summary>Carries out a piece of work in the queue of writes.</summary>
    /// <returns>What it says, once it is durable.</returns>
    internal async Task<T> WorkAsync<T>(string key, Func<SqliteSession, T> work)
    {
        var write = new SqliteWork<T>(key, work);
        await Open.Writes.WriteAsync(write);
        return write.Result!;
    }

    private void Inspect(CancellationToken cancellationToken)
    {
        try
        {
            using var session = new SqliteSession(_path, readOnly: true);
            using var breakingOff = cancellationToken.Register(session.Interrupt);
            SqliteFile.Inspect(session, _path);
        }
        catch (SqliteException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (SqliteException exception)
        {
            throw SqliteFile.CannotBeOpened(_path, exception);
        }
    }
}
