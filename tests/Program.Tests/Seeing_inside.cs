using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed partial class Seeing_inside : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_metrics_of_a_day_with_updates_hold_every_name_in_the_Grafana_dashboard()
    {
        await using var api = await ApiProcess.StartAsync("--store", $"sqlite:{_folder.File("fleet.db")}", "--rate", "0", "--clock-start", "2023-10-25T01:00:00Z");
        await UpdateEverythingAsync(api.Client);

        var exported = Exported().Matches(await api.Client.GetStringAsync("/metrics")).Select(match => match.Groups[1].Value).ToHashSet();

        using var dashboard = JsonDocument.Parse(await File.ReadAllTextAsync(DashboardFile(), TestContext.Current.CancellationToken));
        var queries = dashboard.RootElement.GetProperty("panels").EnumerateArray()
            .Where(panel => panel.TryGetProperty("targets", out _))
            .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
            .Select(target => target.GetProperty("expr").GetString()!)
            .ToArray();
        Assert.True(queries.Length > 20);
        Assert.All(queries, query => Assert.NotEmpty(NamesIn(query)));
        Assert.Subset(exported, queries.SelectMany(NamesIn).ToHashSet());
    }

    [Fact]
    public async Task The_metrics_are_explained_all_of_them()
    {
        await using var api = await ApiProcess.StartAsync("--store", $"sqlite:{_folder.File("fleet.db")}", "--rate", "0", "--clock-start", "2023-10-25T01:00:00Z");
        await UpdateEverythingAsync(api.Client);

        var ours = Exported().Matches(await api.Client.GetStringAsync("/metrics")).Select(match => match.Groups[1].Value).Where(name => name.StartsWith("wuying_", StringComparison.Ordinal)).ToArray();

        var text = await File.ReadAllTextAsync(Path.Combine(Path.GetDirectoryName(DashboardFile())!, "metrics.md"), TestContext.Current.CancellationToken);
        Assert.True(ours.Length >= 13);
        Assert.All(ours, name => Assert.Contains($"`{name}`", text));
    }

    [Fact]
    public async Task The_dashboard_of_Orleans_is_on_its_own_port_for_this_machine_alone()
    {
        var port = FreePort();
        await using var api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), "2023-10-25T01:00:00Z", "--Dashboard:Port", $"{port}");
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };

        var page = await client.GetStringAsync("/");
        var counters = await client.GetFromJsonAsync<JsonElement>("/DashboardCounters?exclude=");
        using var foreign = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = "elsewhere.example" } };
        using var refused = await client.SendAsync(foreign);
        using var beside = await api.Client.GetAsync("/DashboardCounters?exclude=");

        Assert.DoesNotMatch("(src|href)=\"(https?:)?//", page);
        Assert.Equal(1, counters.GetProperty("totalActiveHostCount").GetInt32());
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.NotFound), (refused.StatusCode, beside.StatusCode));
    }

    [Fact]
    public async Task A_port_that_is_taken_ends_the_program_with_a_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var ended = await Assert.ThrowsAsync<InvalidOperationException>(
            () => ApiProcess.StartBlankAsync(_folder.File("fleet.db"), "2023-10-25T01:00:00Z", "--Dashboard:Port", $"{port}"));

        Assert.Contains($"http://127.0.0.1:{port} is in use; choose another port with --Dashboard:Port", ended.Message);
    }

    private static async Task UpdateEverythingAsync(HttpClient client)
    {
        using var asked = await client.PostAsJsonAsync(
            "/api/v1/regions/cn-hangzhou/updates", new { version = "latest", filter = new { all = true }, method = "scheduled", date = "2023-10-27" });
        asked.EnsureSuccessStatusCode();
        using var advanced = await client.PostAsJsonAsync("/api/v1/simulation/clock/advance", new { by = "PT48H" });
        advanced.EnsureSuccessStatusCode();
    }

    // A histogram is exported as three series.
    private static IEnumerable<string> NamesIn(string query) =>
        Name().Matches(query).Select(match => Part().Replace(match.Value, string.Empty));

    private static string DashboardFile()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "WuyingOrleans.sln")))
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "docs", "operations", "grafana-dashboard.json");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"^# TYPE (\S+) ", RegexOptions.Multiline)]
    private static partial Regex Exported();

    [GeneratedRegex(@"\b(wuying|orleans|dotnet|kestrel|http_server|process)_\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"_(bucket|sum|count)$")]
    private static partial Regex Part();
}
