using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Wuying.Storage.Sqlite;

/// <summary>A few connections that answer questions, each one at a time. Every question sees what was committed when it began.</summary>
internal sealed class SqliteReaders : IDisposable
{
    private readonly SqliteSession[] _all;
    private readonly ConcurrentBag<SqliteSession> _free;
    private readonly SemaphoreSlim _freeCount;
    private bool _closed;

    public SqliteReaders(string path, int count)
    {
        _all = [.. Enumerable.Range(0, count).Select(_ => new SqliteSession(path, readOnly: true))];
        _free = [.. _all];
        _freeCount = new SemaphoreSlim(count);
    }

    /// <summary>Asks, on a thread of the pool: a scan must not hold up a grain's scheduler.</summary>
    public async Task<T> AskAsync<T>(Func<SqliteSession, T> question)
    {
        await _freeCount.WaitAsync();
        try
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            return await Task.Run(() => Answer(question));
        }
        finally
        {
            _freeCount.Release();
        }
    }

    /// <summary>Waits for the questions being answered; the others are refused.</summary>
    public void Dispose()
    {
        foreach (var _ in _all)
        {
            _freeCount.Wait();
        }

        _closed = true;
        Array.ForEach(_all, session => session.Dispose());
        _freeCount.Release(_all.Length);
    }

    private T Answer<T>(Func<SqliteSession, T> question)
    {
        var session = _free.TryTake(out var free) ? free : throw new InvalidOperationException("More questions than connections were let through.");
        try
        {
            // One transaction: several statements of a question agree with each other.
            session.Run("BEGIN");
            return question(session);
        }
        catch (SqliteException exception)
        {
            throw SqliteErrors.Explain(exception);
        }
        finally
        {
            session.RollBack();
            _free.Add(session);
        }
    }
}
