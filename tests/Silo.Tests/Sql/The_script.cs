using Npgsql;

namespace Wuying.Silo.Tests.Sql;

public sealed class The_script(ScratchDatabases server)
{
    [Fact]
    public async Task Can_run_again_and_changes_nothing()
    {
        var connectionString = await server.CreateDatabaseAsync();
        var before = await RowVersionsAsync(connectionString);

        // Notices that things are there already, and no error.
        Assert.DoesNotContain("ERROR", await server.RunScriptByPsqlAsync(connectionString), StringComparison.Ordinal);
        Assert.Equal(before, await RowVersionsAsync(connectionString));
    }

    [Fact]
    public async Task Brings_a_statement_up_to_date_and_keeps_the_rows()
    {
        var connectionString = await server.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using (var command = source.CreateCommand(
            "UPDATE OrleansQuery SET QueryText = 'old' WHERE QueryKey = 'GatewaysQueryKey'; INSERT INTO OrleansMembershipVersionTable (DeploymentId, Version) VALUES ('one', 7)"))
        {
            await command.ExecuteNonQueryAsync();
        }

        await server.RunScriptByPsqlAsync(connectionString);

        await using var read = source.CreateCommand(
            "SELECT (SELECT count(*) FROM OrleansQuery WHERE QueryText = 'old')::int, (SELECT Version FROM OrleansMembershipVersionTable)");
        await using var row = await read.ExecuteReaderAsync();
        await row.ReadAsync();
        Assert.Equal((0, 7), (row.GetInt32(0), row.GetInt32(1)));
    }

    private static async Task<List<string>> RowVersionsAsync(string connectionString)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT QueryKey || ' ' || xmin FROM OrleansQuery ORDER BY QueryKey");
        await using var rows = await command.ExecuteReaderAsync();
        var versions = new List<string>();
        while (await rows.ReadAsync())
        {
            versions.Add(rows.GetString(0));
        }

        return versions;
    }
}
