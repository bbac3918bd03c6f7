using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Wuying.Storage.Sqlite;

/// <summary>One connection with its prepared statements. Used by one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    /// <summary>The most statements kept prepared; filters come in many shapes.</summary>
    private const int PreparedMax = 200;

    /// <summary>SQLITE_DBSTATUS_CACHE_WRITE.</summary>
    private const int CacheWrites = 9;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteStatement> _prepared = new(StringComparer.Ordinal);
    private readonly List<SqliteStatement> _held = [];

    public SqliteSession(string path, bool readOnly)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWriteCreate,

            // A closed store lets go of its file.
            Pooling = false,
        }.ConnectionString);
        _connection.Open();
        foreach (var pragma in SqlitePragmas.Of(readOnly))
        {
            Run(pragma);
        }
    }

    /// <summary>True between the begin and the end of a transaction.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    /// <summary>The rows that the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_connection.Handle);

    /// <summary>The row that the last insert made.</summary>
    public long LastRow => raw.sqlite3_last_insert_rowid(_connection.Handle);

    /// <summary>The pages that this connection has written since it was opened.</summary>
    public long PagesWritten
    {
        get
        {
            raw.sqlite3_db_status(_connection.Handle, CacheWrites, out var pages, out _, resetFlg: 0);
            return pages;
        }
    }

    /// <summary>A statement, prepared at its first use and forgotten when many others came. Reset it after each use, and do not hold it.</summary>
    public SqliteStatement Prepare(string sql)
    {
        if (_prepared.TryGetValue(sql, out var statement))
        {
            return statement;
        }

        if (_prepared.Count >= PreparedMax)
        {
            Forget();
        }

        return _prepared[sql] = new SqliteStatement(_connection.Handle!, sql);
    }

    /// <summary>A statement to be held as long as the session lasts, whatever else is prepared.</summary>
    public SqliteStatement PrepareForGood(string sql)
    {
        var statement = new SqliteStatement(_connection.Handle!, sql);
        _held.Add(statement);
        return statement;
    }

    /// <summary>Runs a statement, and says how many rows it changed.</summary>
    public int Run(string sql, params ReadOnlySpan<object?> values)
    {
        Prepare(sql).BindAll(values).Run();
        return Changes;
    }

    /// <summary>Runs several statements that answer nothing and take no values.</summary>
    public void RunScript(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // A script of this project's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>The rows that a statement answers.</summary>
    public List<T> Query<T>(string sql, Func<SqliteStatement, T> read, params ReadOnlySpan<object?> values)
    {
        var rows = new List<T>();
        ForEach(sql, row => rows.Add(read(row)), values);
        return rows;
    }

    /// <summary>Sees each row that a statement answers, and keeps none.</summary>
    public void ForEach(string sql, Action<SqliteStatement> see, params ReadOnlySpan<object?> values)
    {
        var statement = Prepare(sql);
        try
        {
            statement.BindAll(values);
            while (statement.Read())
            {
                see(statement);
            }
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>The number in the only row that a statement answers; null when there is none.</summary>
    public long? Number(string sql, params ReadOnlySpan<object?> values) =>
        Query(sql, row => row.Int64OrNull(0), values) is [var number, ..] ? number : null;

    /// <summary>Breaks off the statement that is running, from another thread; it fails.</summary>
    public void Interrupt() => raw.sqlite3_interrupt(_connection.Handle);

    /// <summary>Undoes a transaction, if one is open: some errors have undone it already.</summary>
    public void RollBack()
    {
        if (IsInTransaction)
        {
            Run("ROLLBACK");
        }
    }

    public void Dispose()
    {
        Forget();
        _held.ForEach(statement => statement.Dispose());
        _connection.Dispose();
    }

    private void Forget()
    {
        foreach (var statement in _prepared.Values)
        {
            statement.Dispose();
        }

        _prepared.Clear();
    }
}
