using Npgsql;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Postgres;

/// <summary>Asks on pooled connections, a limited number at a time: those that write and those that load states must find one free.</summary>
internal sealed class PostgresQuestions(NpgsqlDataSource source) : IDisposable
{
    /// <summary>The most questions at a time.</summary>
    public const int Max = 16;

    private readonly SemaphoreSlim _free = new(Max);

    /// <summary>Asks a question of what is committed.</summary>
    public Task<List<T>> AskAsync<T>(string sql, Func<IRow, T> read, params IReadOnlyList<object?> values) =>
        RunAsync(connection => AskAsync(connection, sql, read, values), mayRepeat: true);

    /// <summary>Asks two questions that agree with each other, in one round trip.</summary>
    public Task<(List<T1> First, List<T2> Second)> AskBothAsync<T1, T2>(PostgresQuestion<T1> first, PostgresQuestion<T2> second) => RunAsync(
        async connection =>
        {
            await using var batch = connection.CreateBatch();
            batch.Add("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
            batch.Add(first.Sql, first.Values.Select(PostgresBatches.Parameter));
            batch.Add(second.Sql, second.Values.Select(PostgresBatches.Parameter));
            batch.Add("COMMIT");
            await using var reader = await batch.ExecuteReaderAsync();
            var rows = await ReadAsync(reader, first.Read);
            await reader.NextResultAsync();
            return (rows, await ReadAsync(reader, second.Read));
        },
        mayRepeat: true);

    /// <summary>Changes something, in one statement that is a transaction of its own.</summary>
    /// <returns>The rows that it answers, once it is durable.</returns>
    public Task<List<T>> ChangeAsync<T>(string sql, Func<IRow, T> read, params IReadOnlyList<object?> values) =>
        RunAsync(connection => AskAsync(connection, sql, read, values), mayRepeat: false);

    /// <summary>Changes something, in one statement that is a transaction of its own.</summary>
    /// <returns>How many rows it changed, once that is durable.</returns>
    public Task<int> ChangeAsync(string sql, params IReadOnlyList<object?> values) =>
        RunAsync(connection => ChangeAsync(connection, sql, values), mayRepeat: false);

    /// <summary>Changes something in several statements, which become durable together.</summary>
    public Task<T> WorkAsync<T>(Func<NpgsqlConnection, Task<T>> work) => RunAsync(
        async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var result = await work(connection);
            await transaction.CommitAsync();
            return result;
        },
        mayRepeat: false);

    /// <summary>Asks on a connection.</summary>
    public static async Task<List<T>> AskAsync<T>(NpgsqlConnection connection, string sql, Func<IRow, T> read, params IReadOnlyList<object?> values)
    {
        await using var batch = connection.CreateBatch();
        await using var reader = await batch.Add(sql, values.Select(PostgresBatches.Parameter)).ExecuteReaderAsync();
        return await ReadAsync(reader, read);
    }

    /// <summary>Changes something on a connection.</summary>
    /// <returns>How many rows.</returns>
    public static async Task<int> ChangeAsync(NpgsqlConnection connection, string sql, params IReadOnlyList<object?> values)
    {
        await using var batch = connection.CreateBatch();
        return await batch.Add(sql, values.Select(PostgresBatches.Parameter)).ExecuteNonQueryAsync();
    }

    public void Dispose() => _free.Dispose();

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataReader reader, Func<IRow, T> read)
    {
        var row = new PostgresRow(reader);
        var rows = new List<T>();
        while (await reader.ReadAsync())
        {
            rows.Add(read(row));
        }

        return rows;
    }

    // On a thread of the pool: what is read must not hold up a grain's scheduler.
    private async Task<T> RunAsync<T>(Func<NpgsqlConnection, Task<T>> run, bool mayRepeat)
    {
        await _free.WaitAsync();
        try
        {
            return await Task.Run(() => TryAsync(run, mayRepeat));
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException)
        {
            throw PostgresErrors.Explain(exception);
        }
        finally
        {
            _free.Release();
        }
    }

    // A pooled connection may have died unnoticed: a question is asked again on another one.
    private async Task<T> TryAsync<T>(Func<NpgsqlConnection, Task<T>> run, bool mayRepeat)
    {
        try
        {
            return await OnceAsync(run);
        }
        catch (NpgsqlException exception) when (mayRepeat && PostgresErrors.MayBeTriedAgain(exception))
        {
            return await OnceAsync(run);
        }
    }

    private async Task<T> OnceAsync<T>(Func<NpgsqlConnection, Task<T>> run)
    {
        await using var connection = await source.OpenConnectionAsync();
        return await run(connection);
    }
}
