using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Wuying.Harness.Processes;

namespace Wuying.Silo.Tests;

/// <summary>Databases of their own for the tests, on the server that the tests of this process share.</summary>
public sealed class ScratchDatabases : IAsyncLifetime
{
    private PostgresServer _server = null!;

    /// <summary>Makes a database with the tables and statements of Orleans in it.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> CreateDatabaseAsync()
    {
        var name = _server.NextName();
        await ExecuteAsync(_server.ConnectionTo("postgres"), $"CREATE DATABASE {name}");
        var connectionString = $"{_server.ConnectionTo(name)};Maximum Pool Size=16";
        await ExecuteAsync(connectionString, await File.ReadAllTextAsync(PostgresServer.Script));
        return connectionString;
    }

    /// <summary>Runs the script as an operator would.</summary>
    /// <returns>What psql said on its error output.</returns>
    public async Task<string> RunScriptByPsqlAsync(string connectionString)
    {
        var database = new NpgsqlConnectionStringBuilder(connectionString).Database!;
        using var psql = Process.Start(new ProcessStartInfo(
            "psql",
            ["-h", "127.0.0.1", "-p", _server.Port.ToString(CultureInfo.InvariantCulture), "-U", "postgres", "-d", database, "-v", "ON_ERROR_STOP=1", "-q", "-f", PostgresServer.Script])
        {
            RedirectStandardError = true,
        })!;
        var errors = await psql.StandardError.ReadToEndAsync();
        await psql.WaitForExitAsync();
        return psql.ExitCode == 0 ? errors : throw new InvalidOperationException($"psql ended with {psql.ExitCode}. {errors}");
    }

    public async ValueTask InitializeAsync() => _server = await PostgresServer.Shared;

    // The server ends with this process, and its databases with it.
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
