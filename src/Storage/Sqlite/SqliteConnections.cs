using Wuying.Storage.Events;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>All that an open store holds. What was taken first is let go of last: the lock, and before it the connection that writes, whose closing brings the log into the file.</summary>
internal sealed class SqliteConnections : IDisposable
{
    private const int ReadersCount = 4;

    private readonly Stack<IDisposable> _held = new();

    public SqliteConnections(string path, FleetStoreInstruments instruments, EventArrivals arrivals)
    {
        try
        {
            Hold(SqliteFile.TakeLock(path));
            var writer = Hold(SqliteFile.OpenWriter(path));
            Readers = Hold(new SqliteReaders(path, ReadersCount));
            SqliteSession[] stateReaders = [Hold(new SqliteSession(path, readOnly: true)), Hold(new SqliteSession(path, readOnly: true))];
            Writes = Hold(new WriteQueue(instruments, new SqliteCommitter(writer, arrivals, Hold(new SqliteCheckpointer(path)))));
            Reads = Hold(new Gathering<PendingRead>(
                "fleet store reader",
                SqliteStateReader.BatchMax,
                [.. stateReaders.Select<SqliteSession, Action<IReadOnlyList<PendingRead>>>(session => new SqliteStateReader(session).Read)]));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Takes writes.</summary>
    public WriteQueue Writes { get; }

    /// <summary>Takes reads of states.</summary>
    public Gathering<PendingRead> Reads { get; }

    /// <summary>Answers questions.</summary>
    public SqliteReaders Readers { get; }

    public void Dispose()
    {
        while (_held.TryPop(out var held))
        {
            held.Dispose();
        }
    }

    private T Hold<T>(T disposable)
        where T : IDisposable
    {
        _held.Push(disposable);
        return disposable;
    }
}
