using System.Collections.Concurrent;
using Npgsql;
using Wuying.Harness.Processes;
using Wuying.Storage.Postgres;

namespace Wuying.Storage.Tests.Postgres;

/// <summary>Lends databases, one a test. To empty one is quicker than to make one.</summary>
internal static class PostgresDatabases
{
    private static readonly ConcurrentBag<string> Ready = [];
    private static readonly ConcurrentBag<string> Empty = [];

    /// <summary>Lends a database with the fleet's tables, and nothing in them.</summary>
    /// <returns>How to connect to it.</returns>
    public static async Task<string> TakeAsync()
    {
        if (Ready.TryTake(out var connection))
        {
            return connection;
        }

        var made = await TakeEmptyAsync();
        await using var source = NpgsqlDataSource.Create(made + ";Pooling=false");
        await PostgresSchema.PrepareAsync(source, CancellationToken.None);
        return made;
    }

    /// <summary>Lends a database without tables.</summary>
    public static async Task<string> TakeEmptyAsync()
    {
        return Empty.TryTake(out var connection) ? connection : await MakeAsync(await PostgresServer.Shared);
    }

    /// <summary>Makes a database without tables.</summary>
    public static async Task<string> MakeAsync(PostgresServer server)
    {
        var name = server.NextName();
        await RunAsync(server.ConnectionTo("postgres"), $"CREATE DATABASE {name}");
        return server.ConnectionTo(name);
    }

    /// <summary>Takes a database back whose tables are as they should be.</summary>
    public static async Task GiveBackAsync(string connection)
    {
        await RunAsync(
            connection,
            """
            DO $$ BEGIN
                EXECUTE (SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') FROM pg_tables
                    WHERE schemaname = 'public' AND tablename NOT IN ('fleet_schema', 'event_counter'));
            END $$;
            UPDATE event_counter SET last = 0, youngest_at = 0;
            """);
        Ready.Add(connection);
    }

    /// <summary>Takes a database back, whatever is in it.</summary>
    public static async Task GiveBackEmptiedAsync(string connection)
    {
        await RunAsync(connection, "DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        Empty.Add(connection);
    }

    private static async Task RunAsync(string connection, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
