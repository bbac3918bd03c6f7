using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Playwright;
using Wuying.Console.Tests.Browser;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Console.Tests;

/// <summary>Pictures of all pages in the middle of a night with all its troubles. No test: made on demand, by eng/screenshots.sh.</summary>
public sealed class Screenshots(ConsoleBrowser browser)
{
    private const string Version = RunningConsole.Version;

    private static readonly Look[] Looks =
        [Look.Plain, Look.Dark, Look.Phone, Look.Phone with { IsDark = true }, Look.Chinese];

    private static readonly string[] Options =
    [
        "--demo-fleet", "3000", "--rate", "0", "--clock-start", "2023-10-24T10:00:00Z",
        "--Simulation:UpdateFailureRate", "0.02", "--Simulation:SnapshotFailureRate", "0.05",
    ];

    private static readonly (string Name, string Path, string? Opened)[] Pages =
    [
        ("start", "/", null),
        ("image-updates", "/image-updates", null),
        ("release-notes", "/image-updates", "release notes"),
        ("images", $"/image-updates/{Version}/images", null),
        ("computers", $"/image-updates/{Version}/computers?scope=All", null),
        ("update-dialog", $"/image-updates/{Version}/computers", "update dialog"),
        ("request", "/image-updates/requests/{request}", null),
        ("tonight", "/tonight", null),
        ("computer", "/computers/{failed}", null),
        ("client", "/client?user={user}&region=eu-central-1", null),
        ("fleet-data", "/simulation", null),
        ("orleans", "/orleans", null),
    ];

    [Fact(Explicit = true)]
    public async Task Are_made()
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS") ?? throw new InvalidOperationException("SCREENSHOTS names no folder.");
        using var store = new TemporaryFolder();
        await using var api = await ApiProcess.StartAsync(["--store", $"sqlite:{store.File("fleet.db")}", .. Options]);
        var places = await PrepareAsync(api.Client);
        foreach (var look in Looks)
        {
            await using var window = await browser.OpenAsync(api.Client.BaseAddress!, look);
            foreach (var (name, path, opened) in Pages)
            {
                await window.GoAsync(places.Aggregate(path, (address, place) => address.Replace(place.Key, place.Value, StringComparison.Ordinal)));
                await Opening.OpenAsync(window.Page, opened);
                await window.Page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{NameOf(look)}.png"), FullPage = opened is null });
            }
        }
    }

    // A night is scheduled, and three quarters of an hour of it have passed.
    private static async Task<Dictionary<string, string>> PrepareAsync(HttpClient client)
    {
        var request = await AskAsync(client, "/api/v1/regions/cn-hangzhou/updates", new { version = "latest", filter = new { all = true }, method = "scheduled", date = "2023-10-25" });
        await AskAsync(client, "/api/v1/simulation/clock/advance", new { to = "2023-10-24T16:44:00Z" });
        var failed = await client.GetFromJsonAsync<JsonElement>("/api/v1/regions/cn-hangzhou/updates?date=2023-10-25&state=failed&limit=1");
        var offered = await client.GetFromJsonAsync<JsonElement>("/api/v1/regions/eu-central-1/computers?pendingState=offered&limit=1");
        return new(StringComparer.Ordinal)
        {
            ["{request}"] = request.GetProperty("operationId").GetString()!,
            ["{failed}"] = failed.GetProperty("items")[0].GetProperty("computerId").GetString()!,
            ["{user}"] = offered.GetProperty("items")[0].GetProperty("assignedUserIds")[0].GetString()!,
        };
    }

    private static async Task<JsonElement> AskAsync(HttpClient client, string path, object body)
    {
        using var answer = await client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static string NameOf(Look look) => $"{(look.IsDark ? "dark" : "light")}-{look.Width}{(look.Locale == Look.Chinese.Locale ? "-zh" : "")}";
}
