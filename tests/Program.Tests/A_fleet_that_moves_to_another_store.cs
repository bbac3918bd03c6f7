using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class A_fleet_that_moves_to_another_store
{
    private const string Export = "/api/v1/fleet/export";
    private const string Version = "2.8.0-R-20231023.080000";
    private static readonly string[] Regions = ["cn-hangzhou", "eu-central-1", "us-west-1"];
    private static readonly string[] World = ["--seed", "7", "--Simulation:UpdateFailureRate", "0.1", "--Simulation:SnapshotFailureRate", "0.05"];

    [Theory]
    [InlineData("2023-10-25T14:00:00Z", false)]
    [InlineData("2023-10-24T22:14:00Z", true)]
    public async Task Is_the_same_there_and_has_the_same_next_night(string movesAt, bool isNight)
    {
        using var folder = new TemporaryFolder();
        await using var old = await ApiProcess.StartBlankAsync(folder.File("old.db"), "2023-10-24T02:00:00Z", World);
        await LiveAsync(old.Client, movesAt);
        var export = await old.Client.GetStringAsync(Export);
        AssertHasEverything(export, isNight);

        await using var next = await ApiProcess.StartBlankAsync(folder.File("new.db"), movesAt, World);
        var first = await ImportAsync(next.Client, export);
        Assert.Equal((1_200, 0), (first.GetProperty("computers").GetProperty("accepted").GetInt32(), first.GetProperty("errorsTotal").GetInt32()));
        Assert.Equal(export, await next.Client.GetStringAsync(Export), ignoreCase: false);
        foreach (var page in Pages(export))
        {
            Assert.Equal(await old.Client.GetStringAsync(page), await next.Client.GetStringAsync(page), ignoreCase: false);
        }

        var second = await ImportAsync(next.Client, export);
        Assert.All(["computers", "images", "regions"], kind => Assert.Equal(0, second.GetProperty(kind).GetProperty("accepted").GetInt32()));

        await AdvanceAsync(old.Client, "2023-10-26T14:00:00Z");
        await AdvanceAsync(next.Client, "2023-10-26T14:00:00Z");
        var after = await old.Client.GetStringAsync(Export);
        Assert.NotEqual(export, after);
        Assert.Equal(Ends(after), Ends(await next.Client.GetStringAsync(Export)));
    }

    // A day of the samples: pushes and answers to them, users who come and go, updates changed and cancelled, a night, failures, a restore.
    private static async Task LiveAsync(HttpClient client, string until)
    {
        foreach (var file in Regions.SelectMany(region => new[] { $"describe-desktops.{region}.json", $"describe-images.{region}.json" }))
        {
            using var body = new StreamContent(File.OpenRead(Path.Combine(ExamplesFolder(), "data", file)));
            using var answer = await client.PostAsync("/api/v1/fleet/import", body);
            answer.EnsureSuccessStatusCode();
        }

        await AdvanceAsync(client, "2023-10-24T02:10:00Z");
        await SendAsync(client, HttpMethod.Patch, "/api/v1/regions/us-west-1", new { automaticPush = false, dailyUpdateQuota = 250 });
        foreach (var region in Regions)
        {
            await SendAsync(client, HttpMethod.Post, $"/api/v1/regions/{region}/versions", new
            {
                version = Version, packageSizeBytes = 1_000_000_000, releaseNotes = new { en = "It's \"faster\".", zh = "更快" },
            });
        }

        while ((await client.GetFromJsonAsync<JsonElement>("/api/v1/operations/push-cn-hangzhou-1")).GetProperty("state").GetString() is not "finished")
        {
            await AdvanceAsync(client, null);
        }

        await ScheduleAsync(client, "eu-central-1", "2023-10-25", 3, _ => true);
        await ScheduleAsync(client, "us-west-1", "2023-10-25", 6, number => number % 2 == 0);
        await SendAsync(client, HttpMethod.Post, "/api/v1/images/m-wetdkd63h2s0u4z0b/share", new { accountId = "acc-1" });
        await SendAsync(client, HttpMethod.Post, "/api/v1/images/m-wetdkd63h2s0u4z0b/update", new { version = Version });
        await AnswerOffersAsync(client, "in4Hours", 0);
        await AdvanceAsync(client, "2023-10-24T09:00:00Z");
        await AnswerOffersAsync(client, "in12Hours", 1);
        await EachAsync(client, "eu-central-1", "disconnected", number => number % 9 == 0, computer =>
            SendAsync(client, HttpMethod.Post, $"/api/v1/computers/{Id(computer)}/sessions", new { userId = FirstUser(computer) ?? "nobody" }));
        await AdvanceAsync(client, string.CompareOrdinal(until, "2023-10-25T13:00:00Z") < 0 ? until : "2023-10-25T13:00:00Z");
        if (until.StartsWith("2023-10-25", StringComparison.Ordinal))
        {
            await DayAfterAsync(client);
            await AdvanceAsync(client, until);
        }
    }

    private static async Task DayAfterAsync(HttpClient client)
    {
        await ScheduleAsync(client, "us-west-1", "2023-10-26", 3, number => number % 2 == 1);
        await ScheduleAsync(client, "eu-central-1", "2023-10-26", 6, _ => true);
        await ScheduleAsync(client, "eu-central-1", "2023-10-27", 3, number => number % 10 == 0);
        await EachAsync(client, "eu-central-1", "disconnected", number => number % 10 == 1, computer =>
            client.DeleteAsync($"/api/v1/computers/{Id(computer)}/pending-update"));
        await EachAsync(client, "cn-hangzhou", "disconnected", number => number % 20 == 0, computer =>
            SendAsync(client, HttpMethod.Post, $"/api/v1/computers/{Id(computer)}/snapshots", new { name = "by hand" }));
        await AnswerOffersAsync(client, "in8Hours", 2);
        var faulted = (await client.GetFromJsonAsync<JsonElement>("/api/v1/regions/eu-central-1/computers?status=faulted&limit=5")).GetProperty("items");
        foreach (var computer in faulted.EnumerateArray().Take(2))
        {
            await client.PostAsync($"/api/v1/computers/{Id(computer)}/snapshots/{computer.GetProperty("lastUpdate").GetProperty("snapshotId").GetString()}/restore", null);
        }
    }

    private static void AssertHasEverything(string export, bool isNight)
    {
        string[] always = ["\"kind\":\"region\"", "\"kind\":\"version\"", "\"kind\":\"image\"", "\"state\":\"offered\"", "\"acc-1\"", "\"connection\":\"connected\"", "\"outcome\":\"cancelled\""];
        string[] atNight = ["\"status\":\"updating\"", "\"state\":\"running\""];
        string[] atRest = ["\"outcome\":\"failed\"", "\"outcome\":\"succeeded\"", "\"outcome\":\"missed\"", "\"status\":\"faulted\"", "\"state\":\"scheduled\"", "\"by hand\"", "\"acceptedBy\""];
        Assert.All(always.Concat(isNight ? atNight : atRest), word => Assert.Contains(word, export, StringComparison.Ordinal));
        Assert.Equal(isNight, export.Contains("\"operation\":{\"kind\"", StringComparison.Ordinal));
    }

    // What the other questions say of the same fleet.
    private static IEnumerable<string> Pages(string export) =>
    [
        "/api/v1/fleet/summary",
        "/api/v1/regions/us-west-1/updates?date=2023-10-25&limit=500",
        "/api/v1/regions/eu-central-1/updates?date=2023-10-27&limit=500",
        "/api/v1/regions/eu-central-1/quotas?from=2023-10-26&to=2023-10-30",
        "/api/v1/regions/us-west-1/quotas?from=2023-10-26&to=2023-10-30",
        "/api/v1/regions/cn-hangzhou/versions/latest",
        "/api/v1/regions/us-west-1/images",
        .. Computers(export).Where(computer => computer.GetProperty("snapshots").GetArrayLength() > 0).Take(20).Select(computer => $"/api/v1/computers/{Id(computer)}/snapshots"),
    ];

    private static IEnumerable<string> Ends(string export) => Computers(export).Select(computer =>
        $"{Id(computer)} {computer.GetProperty("status")} {computer.GetProperty("currentVersion")} {computer.GetProperty("pendingUpdate")} {Brief(computer.GetProperty("lastUpdate"))} {computer.GetProperty("snapshots").GetArrayLength()}");

    private static string Brief(JsonElement update) => update.ValueKind is JsonValueKind.Null
        ? "never updated"
        : $"{update.GetProperty("updateId")} {update.GetProperty("outcome")} {update.GetProperty("reason")} {update.GetProperty("snapshotId")}";

    private static IEnumerable<JsonElement> Computers(string export) => export.Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => JsonElement.Parse(line)).Where(line => line.TryGetProperty("computerId", out _));

    private static async Task<JsonElement> ImportAsync(HttpClient client, string lines)
    {
        using var body = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/fleet/import", body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task ScheduleAsync(HttpClient client, string region, string date, int lead, Func<int, bool> isMeant)
    {
        var ids = Computers(await client.GetStringAsync($"{Export}?kind=computers&regionId={region}")).Where((_, number) => isMeant(number)).Select(Id).ToArray();
        await SendAsync(client, HttpMethod.Post, $"/api/v1/regions/{region}/updates", new
        {
            version = "latest", computerIds = ids, method = "scheduled", date, snapshotLeadHours = lead,
        });
    }

    // Some say yes, some no, some nothing.
    private static Task AnswerOffersAsync(HttpClient client, string when, int turn) => EachAsync(client, "cn-hangzhou", null, number => number % 5 == turn, async computer =>
    {
        if (computer.GetProperty("pendingUpdate") is { ValueKind: JsonValueKind.Object } update && update.GetProperty("state").GetString() is "offered" && FirstUser(computer) is { } user)
        {
            var isYes = Id(computer)[^1] % 2 == 0;
            await SendAsync(client, HttpMethod.Post, $"/api/v1/users/{user}/computers/{Id(computer)}/{(isYes ? "accept" : "decline")}-update", isYes ? new { when } : null);
        }
    });

    private static async Task EachAsync(HttpClient client, string region, string? connection, Func<int, bool> isMeant, Func<JsonElement, Task> act)
    {
        var number = 0;
        foreach (var computer in Computers(await client.GetStringAsync($"{Export}?kind=computers&regionId={region}")))
        {
            if (isMeant(number++) && (connection is null || computer.GetProperty("connection").GetString() == connection))
            {
                await act(computer);
            }
        }
    }

    private static string Id(JsonElement computer) => computer.GetProperty("computerId").GetString()!;

    private static string? FirstUser(JsonElement computer) => computer.GetProperty("assignedUserIds").EnumerateArray().Select(user => user.GetString()).FirstOrDefault();

    // Refusals are part of the day: not every computer can do what it is asked.
    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        Assert.True((int)answer.StatusCode is < 300 or 403 or 409, $"{path}: {answer.StatusCode}");
    }

    private static async Task AdvanceAsync(HttpClient client, string? to)
    {
        using var answer = await client.PostAsJsonAsync("/api/v1/simulation/clock/advance", to is null ? (object)new { by = "PT1M" } : new { to });
        answer.EnsureSuccessStatusCode();
    }

    private static string ExamplesFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "WuyingOrleans.sln")))
        {
            folder = folder.Parent!;
        }

        return Path.Combine(folder.FullName, "examples");
    }
}
