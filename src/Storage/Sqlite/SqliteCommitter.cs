using Microsoft.Data.Sqlite;
using SQLitePCL;
using Wuying.Storage.GroupCommit;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes batches on the one connection that writes.</summary>
internal sealed class SqliteCommitter(SqliteSession session) : IBatchCommitter
{
    private readonly SqliteComputers _computers = new(session);
    private readonly SqliteStates _states = new(session);
    private readonly SqliteQuotas _quotas = new(session);
    private readonly SqliteRecords _records = new(session);

    public void Commit(IReadOnlyList<QueuedWrite> batch)
    {
        try
        {
            session.Run("BEGIN IMMEDIATE");
            foreach (var write in batch)
            {
                Write(write);
            }

            _records.Finish();
            session.Run("COMMIT");
        }
        catch
        {
            _records.Forget();
            session.RollBack();
            throw;
        }
    }

    // Anything that is no error of the database, and of its errors those about values, can be one write's own.
    public bool MayBeOneWritesFault(Exception exception) =>
        exception is not SqliteException { SqliteErrorCode: not (raw.SQLITE_CONSTRAINT or raw.SQLITE_TOOBIG or raw.SQLITE_MISMATCH or raw.SQLITE_ERROR) };

    public Exception Explain(Exception exception) => SqliteErrors.Explain(exception);

    private void Write(QueuedWrite write)
    {
        switch (write)
        {
            case StateWrite { Computer: { } columns } computer:
                if (_computers.Write(computer, columns))
                {
                    _records.Write(computer);
                }

                break;
            case StateWrite state:
                if (_states.Write(state))
                {
                    _records.Write(state);
                }

                break;
            case QuotaWrite quota:
                _quotas.Write(quota);
                break;
            case SqliteWork work:
                work.Run(session);
                break;
            default:
                throw new NotSupportedException($"{write.GetType().Name} is unknown to the store.");
        }
    }
}
