using Microsoft.Data.Sqlite;
using SQLitePCL;
using Wuying.Storage.Events;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes batches on the one connection that writes.</summary>
internal sealed class SqliteCommitter : IBatchCommitter
{
    private readonly SqliteSession _session;
    private readonly EventArrivals _arrivals;
    private readonly SqliteCheckpointer _log;
    private readonly SqliteRecords _records;
    private readonly SqliteComputers _computers;
    private readonly SqliteStates _states;
    private readonly SqliteQuotas _quotas;

    public SqliteCommitter(SqliteSession session, EventArrivals arrivals, SqliteCheckpointer log)
    {
        _session = session;
        _arrivals = arrivals;
        _log = log;
        _records = new SqliteRecords(session);
        _computers = new SqliteComputers(session, _records);
        _states = new SqliteStates(session, _records);
        _quotas = new SqliteQuotas(session);
    }

    public void Commit(IReadOnlyList<QueuedWrite> batch)
    {
        if (CommitEvents(batch))
        {
            _arrivals.Raise();
        }

        _log.OnCommitted(_session.PagesWritten);
    }

    // Anything that is no error of the database, and of its errors those about values, can be one write's own.
    public bool MayBeOneWritesFault(Exception exception) =>
        exception is not SqliteException { SqliteErrorCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_ERROR) };

    public Exception Explain(Exception exception) => SqliteErrors.Explain(exception);

    private bool CommitEvents(IReadOnlyList<QueuedWrite> batch)
    {
        try
        {
            _session.Run("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                Write(write);
            }

            var hasEvents = _records.Finish();
            _session.Run("COMMIT");
            return hasEvents;
        }
        catch
        {
            _records.Forget();
            _session.RollBack();
            throw;
        }
    }

    private void Write(QueuedWrite write)
    {
        switch (write)
        {
            case StateWrite { Computer: { } columns } computer:
                _computers.Write(computer, columns);
                break;
            case StateWrite state:
                _states.Write(state);
                break;
            case QuotaWrite quota:
                _quotas.Write(quota);
                break;
            case SqliteWork work:
                work.Run(_session);
                break;
            default:
                throw new NotSupportedException($"{write.GetType().Name} is unknown to the store.");
        }
    }
}
