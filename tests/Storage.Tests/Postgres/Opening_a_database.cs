using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wuying.Harness.Processes;
using Wuying.Storage.Hosting;
using Wuying.Storage.Postgres;

namespace Wuying.Storage.Tests.Postgres;

public sealed class Opening_a_database : IAsyncLifetime
{
    private string? _connection;

    private string Connection => _connection ?? throw new InvalidOperationException("The test is not set up.");

    public async ValueTask InitializeAsync() => _connection = await PostgresDatabases.TakeEmptyAsync();

    public async ValueTask DisposeAsync() => await PostgresDatabases.GiveBackEmptiedAsync(Connection);

    [Fact]
    public async Task Makes_the_tables_once_however_many_silos_start_at_the_same_moment()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync(Connection)));
        await OpenAsync(Connection);

        Assert.Equal(1L + PostgresSchema.Steps.Length, await AskAsync("SELECT count(*) FROM fleet_schema"));
        Assert.Equal(0L, await AskAsync("SELECT last FROM event_counter"));
    }

    [Fact]
    public async Task Needs_nothing_more_after_the_script_was_run_by_hand_and_by_hand_again()
    {
        await PsqlAsync();
        await OpenAsync(Connection);
        await PsqlAsync();
        await OpenAsync(Connection);

        Assert.Equal(0L, await AskAsync("SELECT count(*) FROM computers"));
    }

    [Fact]
    public async Task Does_not_run_a_script_again_that_the_database_has_seen()
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await OpenAsync(Connection);
        await AskAsync("DROP INDEX computers_by_region");
        await OpenAsync(Connection);
        Assert.Equal(true, await AskAsync("SELECT to_regclass('computers_by_region') IS NULL"));

        await PostgresSchema.PrepareAsync(source, PostgresSchema.Script + "-- Changed.", PostgresSchema.Steps, CancellationToken.None);
        Assert.Equal(false, await AskAsync("SELECT to_regclass('computers_by_region') IS NULL"));
    }

    [Fact]
    public async Task Takes_the_steps_that_a_database_has_not_taken_yet()
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await PostgresSchema.PrepareAsync(source, PostgresSchema.Script, ["CREATE TABLE a (x integer)"], CancellationToken.None);
        await PostgresSchema.PrepareAsync(
            source, PostgresSchema.Script, ["CREATE TABLE a (x integer)", "CREATE TABLE b (x integer); INSERT INTO b VALUES (7)"], CancellationToken.None);

        Assert.Equal(2, await AskAsync("SELECT max(step) FROM fleet_schema"));
        Assert.Equal(7, await AskAsync("SELECT x FROM b"));
    }

    [Fact]
    public async Task Leaves_a_database_as_it_was_when_a_step_fails()
    {
        await using var source = NpgsqlDataSource.Create(Connection);
        await Assert.ThrowsAsync<PostgresException>(() =>
            PostgresSchema.PrepareAsync(source, PostgresSchema.Script, ["CREATE TABLE a (x integer)", "no sense"], CancellationToken.None));

        Assert.Equal(true, await AskAsync("SELECT to_regclass('a') IS NULL AND to_regclass('computers') IS NULL"));
    }

    [Fact]
    public async Task Refuses_a_newer_store()
    {
        await OpenAsync(Connection);
        await AskAsync("INSERT INTO fleet_schema (step, script) VALUES (99, 'later')");

        await AssertRefusedAsync(Connection, "newer version");
    }

    [Fact]
    public async Task Refuses_a_database_that_is_not_there() =>
        await AssertRefusedAsync((await PostgresServer.Shared).ConnectionTo("nowhere"), "createdb");

    [Fact]
    public async Task Refuses_a_user_whom_the_server_does_not_know() =>
        await AssertRefusedAsync(new NpgsqlConnectionStringBuilder(Connection) { Username = "nobody" }.ConnectionString, "Username and Password");

    [Fact]
    public Task Refuses_a_server_that_does_not_come() => AssertRefusedAsync("Host=127.0.0.1;Port=1;Username=postgres;Database=postgres", "not to be reached");

    [Fact]
    public async Task Refuses_a_user_who_may_not_make_tables()
    {
        await AskAsync("DO $$ BEGIN CREATE ROLE fleet_guest LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$");

        await AssertRefusedAsync(new NpgsqlConnectionStringBuilder(Connection) { Username = "fleet_guest" }.ConnectionString, "may not make its tables");
    }

    [Theory]
    [InlineData("Hots=127.0.0.1")]
    [InlineData("no sense")]
    [InlineData("Port=many")]
    public Task Refuses_a_connection_string_that_cannot_be_read(string connection) => AssertRefusedAsync(connection, "connection string");

    private static async Task OpenAsync(string connection)
    {
        await using var services = PostgresHarness.ServicesAt(connection, new SteppedClock());
        await services.GetRequiredService<IFleetStore>().OpenAsync();
    }

    private static async Task AssertRefusedAsync(string connection, string because)
    {
        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(() => OpenAsync(connection));
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
    }

    private async Task PsqlAsync()
    {
        var settings = new NpgsqlConnectionStringBuilder(Connection);
        using var psql = Process.Start(new ProcessStartInfo(
            "psql",
            ["-q", "-v", "ON_ERROR_STOP=1", "-h", settings.Host!, "-p", $"{settings.Port}", "-U", settings.Username!, "-f", PostgresServer.Script, settings.Database!])
        {
            Environment = { ["PGOPTIONS"] = "--client-min-messages=warning" },
        })!;
        await psql.WaitForExitAsync();
        Assert.Equal(0, psql.ExitCode);
    }

    private async Task<object?> AskAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection + ";Pooling=false");
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
