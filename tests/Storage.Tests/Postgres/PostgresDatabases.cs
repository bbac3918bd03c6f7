using Npgsql;
using Wuying.Harness.Processes;
using Wuying.Storage.Postgres;

namespace Wuying.Storage.Tests.Postgres;

/// <summary>Makes databases: copies of one in which the script was run once.</summary>
internal static class PostgresDatabases
{
    private const string Template = "fleet_template";

    /// <summary>Makes a database with the fleet's tables.</summary>
    /// <returns>How to connect to it.</returns>
    public static async Task<string> MakeAsync()
    {
        await TheTemplate.Making;
        return await MakeAsync($"TEMPLATE {Template}");
    }

    /// <summary>Makes an empty database.</summary>
    public static Task<string> MakeEmptyAsync() => MakeAsync("");

    /// <summary>Removes a database, whoever is connected to it.</summary>
    public static async Task DropAsync(string connection) =>
        await RunAsync($"DROP DATABASE {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    private static async Task<string> MakeAsync(string options)
    {
        var server = await PostgresServer.Shared;
        var name = server.NextName();
        await RunAsync($"CREATE DATABASE {name} {options}");
        return server.ConnectionTo(name);
    }

    private static async Task MakeTemplateAsync()
    {
        await RunAsync($"CREATE DATABASE {Template}");
        var server = await PostgresServer.Shared;
        await using var source = NpgsqlDataSource.Create(server.ConnectionTo(Template) + ";Pooling=false");
        await PostgresSchema.PrepareAsync(source, CancellationToken.None);
    }

    private static async Task RunAsync(string sql)
    {
        var server = await PostgresServer.Shared;
        await using var source = NpgsqlDataSource.Create(server.ConnectionTo("postgres") + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static class TheTemplate
    {
        public static readonly Task Making = MakeTemplateAsync();
    }
}
