using Microsoft.Data.Sqlite;

namespace Wuying.Storage.Sqlite;

/// <summary>Brings the log's pages into the file beside the one who writes, on a thread of its own. Where it does not keep up, the writer lends a hand (<see cref="SqlitePragmas"/>).</summary>
internal sealed class SqliteCheckpointer : IDisposable
{
    /// <summary>The pages written after which it sets to work.</summary>
    private const long PagesApart = SqlitePragmas.LogPagesMax / 4;

    /// <summary>How often it goes after what was written meanwhile; only a log that is all in the file is begun anew.</summary>
    private const int PursuitsMax = 5;

    private readonly SqliteSession _session;
    private readonly AutoResetEvent _wanted = new(false);
    private readonly Thread _thread;
    private long _doneAt;
    private volatile bool _isEnding;

    public SqliteCheckpointer(string path)
    {
        _session = new SqliteSession(path, readOnly: false);
        _thread = new Thread(Run) { Name = "fleet store log", IsBackground = true };
        _thread.Start();
    }

    /// <summary>Hears how many pages were written since the writer's connection was opened; called by the writer alone.</summary>
    public void OnCommitted(long pagesWritten)
    {
        if (pagesWritten - _doneAt >= PagesApart)
        {
            _doneAt = pagesWritten;
            _wanted.Set();
        }
    }

    /// <summary>Ends once what it is about is done.</summary>
    public void Dispose()
    {
        _isEnding = true;
        _wanted.Set();
        _thread.Join();
        _wanted.Dispose();
        _session.Dispose();
    }

    private void Run()
    {
        while (_wanted.WaitOne() && !_isEnding)
        {
            for (var pursuit = 0; pursuit < PursuitsMax && !_isEnding && !IsAllInFile(); pursuit++)
            {
                // What was written in the meantime is less each time.
            }
        }
    }

    // A checkpoint that somebody else is at, or that failed, is left to the next one; at the latest the writer's says what is wrong.
    private bool IsAllInFile()
    {
        try
        {
            return _session
                .Query("PRAGMA wal_checkpoint(PASSIVE)", row => (IsBusy: row.Bool(0), Log: row.Int64(1), InFile: row.Int64(2)))
                .All(done => done.IsBusy || done.InFile >= done.Log);
        }
        catch (SqliteException)
        {
            return true;
        }
    }
}
