using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class The_default_run : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Has_a_demo_fleet_of_500_with_a_version_to_update_to()
    {
        await using var api = await ApiProcess.StartAsync("--store", Store);

        var summary = await api.Client.GetFromJsonAsync<JsonElement>("/api/v1/fleet/summary");
        Assert.Equal(500, summary.GetProperty("total").GetInt32());
        var versions = await api.Client.GetFromJsonAsync<JsonElement>("/api/v1/regions/cn-hangzhou/versions");
        Assert.True(versions.GetProperty("items")[0].GetProperty("involvedComputers").GetInt32() > 100);
    }

    [Fact]
    public async Task Keeps_fleet_pending_updates_and_clock_over_a_restart()
    {
        JsonElement before;
        await using (var first = await ApiProcess.StartAsync("--store", Store))
        {
            using var asked = await first.Client.PostAsJsonAsync("/api/v1/regions/cn-hangzhou/updates", new
            {
                version = "latest",
                computerIds = new[] { "ecd-demo0000001" },
                method = "scheduled",
                date = DateTime.Parse(await NowAsync(first)).AddDays(3).ToString("yyyy-MM-dd"),
            });
            asked.EnsureSuccessStatusCode();
            before = await first.Client.GetFromJsonAsync<JsonElement>("/api/v1/computers/ecd-demo0000001");
            Assert.Equal(0, await first.StopAsync());
        }

        await using var second = await ApiProcess.StartAsync("--store", Store);

        Assert.Equal(before.GetRawText(), (await second.Client.GetFromJsonAsync<JsonElement>("/api/v1/computers/ecd-demo0000001")).GetRawText());
        Assert.Equal("scheduled", before.GetProperty("pendingUpdate").GetProperty("state").GetString());
        Assert.True(DateTime.Parse(await NowAsync(second)) >= DateTime.Parse(before.GetProperty("pendingUpdate").GetProperty("requestedAt").GetString()!));
    }

    [Fact]
    public async Task Serves_its_pages_and_asks_nobody_else_for_anything()
    {
        await using var api = await ApiProcess.StartAsync("--store", Store);

        foreach (var page in new[] { "/", "/docs" })
        {
            var html = await api.Client.GetStringAsync(page);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//(?!127)", html);
        }

        var document = await api.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString());
    }

    [Fact]
    public async Task Refuses_a_store_with_a_damaged_page_that_nothing_reads_at_start()
    {
        await using (var first = await ApiProcess.StartAsync("--store", Store))
        {
            Assert.Equal(0, await first.StopAsync());
        }

        await DamageAsync("computer_tags");

        var run = await ProgramRun.RunAsync("Api", "--urls", "http://127.0.0.1:0", "--store", Store);
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("is damaged", run.Error);
        Assert.Contains("Put a backup in its place", run.Error);
    }

    private async Task DamageAsync(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={_folder.File("fleet.db")};Pooling=false");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (rootpage - 1) * (SELECT page_size FROM pragma_page_size) FROM sqlite_schema WHERE name = $table";
        command.Parameters.AddWithValue("$table", table);
        var offset = (long)(await command.ExecuteScalarAsync())!;
        await using var file = File.OpenWrite(_folder.File("fleet.db"));
        file.Position = offset;
        await file.WriteAsync(Enumerable.Repeat((byte)0xAB, 1_000).ToArray());
    }

    private string Store => $"sqlite:{_folder.File("fleet.db")}";

    private static async Task<string> NowAsync(ApiProcess api) =>
        (await api.Client.GetFromJsonAsync<JsonElement>("/api/v1/simulation/clock")).GetProperty("now").GetString()!;
}
