using Microsoft.Data.Sqlite;
using SQLitePCL;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>A prepared statement: bind its parameters in order, read its rows, reset it. Thinner than ADO.NET's commands, because group commit lives on how little a row costs.</summary>
internal sealed class SqliteStatement : IRow, IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private int _bound;

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        Check(raw.sqlite3_prepare_v2(database, sql, out _statement));
    }

    public SqliteStatement Bind(string? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_text(_statement, ++_bound, value));

    public SqliteStatement Bind(long value) => Bound(raw.sqlite3_bind_int64(_statement, ++_bound, value));

    public SqliteStatement Bind(long? value) => value is { } number ? Bind(number) : Bind((string?)null);

    public SqliteStatement Bind(byte[]? value) =>
        Bound(value is null ? raw.sqlite3_bind_null(_statement, ++_bound) : raw.sqlite3_bind_blob(_statement, ++_bound, value));

    public SqliteStatement Bind(double value) => Bound(raw.sqlite3_bind_double(_statement, ++_bound, value));

    public SqliteStatement Bind(DateTimeOffset? value) => Bind(value?.UtcTicks);

    public SqliteStatement Bind(DateOnly? value) => Bind(SqliteValues.Spell(value));

    /// <summary>Binds values whose types are not known beforehand.</summary>
    public SqliteStatement BindAll(ReadOnlySpan<object?> values)
    {
        foreach (var value in values)
        {
            _ = value switch
            {
                null => Bind((string?)null),
                string text => Bind(text),
                bool flag => Bind(flag ? 1L : 0L),
                int number => Bind((long)number),
                long number => Bind(number),
                double number => Bind(number),
                byte[] bytes => Bind(bytes),
                DateOnly day => Bind(day),
                DateTimeOffset instant => Bind(instant),
                Enum word => Bind((long)Convert.ToInt32(word, null)),
                _ => throw new NotSupportedException($"{value.GetType().Name} has no place in the database."),
            };
        }

        return this;
    }

    /// <summary>Goes to the next row; false when there is none.</summary>
    public bool Read()
    {
        var code = raw.sqlite3_step(_statement);
        if (code is raw.SQLITE_ROW)
        {
            return true;
        }

        if (code is not raw.SQLITE_DONE)
        {
            // Resetting reports the same error again; the database handle knows its words.
            SqliteException.ThrowExceptionForRC(code, _database);
        }

        return false;
    }

    /// <summary>Runs a statement that answers nothing.</summary>
    public void Run()
    {
        try
        {
            while (Read())
            {
            }
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>Makes ready for the next use.</summary>
    public void Reset()
    {
        // Its result repeats what the last step already threw.
        _ = raw.sqlite3_reset(_statement);
        _bound = 0;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Int64(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? Int64OrNull(int column) => IsNull(column) ? null : Int64(column);

    public bool Bool(int column) => Int64(column) != 0;

    public double Double(int column) => raw.sqlite3_column_double(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public DateTimeOffset Instant(int column) => new(Int64(column), TimeSpan.Zero);

    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    public DateOnly Day(int column) => SqliteValues.DayOf(Text(column));

    public DateOnly? DayOrNull(int column) => IsNull(column) ? null : Day(column);

    public void Dispose() => _statement.Dispose();

    private SqliteStatement Bound(int code)
    {
        Check(code);
        return this;
    }

    private void Check(int code)
    {
        if (code is not raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, _database);
        }
    }
}
