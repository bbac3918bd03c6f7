using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness.Processes;

namespace Wuying.LoadTester.Tests.EndToEnd;

/// <summary>Two days of a few computers in which nearly everything happens that can: the recorded streams are of it.</summary>
internal sealed class Life(ApiProcess api)
{
    public const string StartsAt = "2023-10-24T10:00:00Z";

    private const string Region = "cn-hangzhou";
    private const int Computers = 10;
    private const string First = "2.7.0-R-20231020.101500";
    private const string Second = "2.8.0-R-20231024.101500";

    /// <summary>The program's options: some updates fail, and these of them are the same every time.</summary>
    public static string[] Options => ["--Simulation:UpdateFailureRate", "0.25", "--Simulation:Seed", "3"];

    /// <summary>The evening: a version is pushed, and users and operators decide.</summary>
    public async Task PassEveningAsync()
    {
        await PatchAsync($"/regions/{Region}", new { dailyUpdateQuota = 8 });
        await ImportAsync(Enumerable.Range(1, Computers).Select(number => Row(number, $"\"{User(number)}\"")));
        var image = await PostAsync($"/regions/{Region}/images", new { name = "Desk", version = "2.6.0-R-20230912.183045" });
        await PublishAsync(First);
        await PostAsync($"/users/{User(1)}/log-on");
        await AcceptAsync(1, "now");
        await AcceptAsync(2, "in4Hours");
        await PostAsync($"/users/{User(3)}/computers/{Id(3)}/decline-update");
        await ScheduleAsync("2023-10-25", 4, 5, 6);
        await ScheduleAsync("2023-10-26", 5);
        await SendAsync(HttpMethod.Delete, $"/computers/{Id(6)}/pending-update");
        await RequestAsync(new { version = First, method = "immediate", snapshotFirst = false, computerIds = new[] { Id(9) } });
        await RequestAsync(new { version = First, method = "immediate", computerIds = new[] { Id(10) } });
        await ConnectAsync(8);
        await ScheduleAsync("2023-10-25", 8);
        await ConnectAsync(4);
        await SendAsync(HttpMethod.Delete, $"/computers/{Id(4)}/sessions/{User(4)}");
        await PostAsync($"/computers/{Id(3)}/stop");
        await PostAsync($"/images/{image.GetProperty("imageId").GetString()}/update", new { version = First });
    }

    /// <summary>The night, and the day after it: a push that is stopped, snapshots, restores.</summary>
    public async Task PassNightAndDayAsync()
    {
        await AdvanceAsync("2023-10-24T21:30:00Z");
        await PublishAsync(Second);
        await PatchAsync($"/regions/{Region}", new { automaticPush = false });
        await FinishAsync(await PostAsync($"/regions/{Region}/versions/{Second}/stop-push"));
        await PostAsync($"/regions/{Region}/versions/{Second}/start-push", new { computerIds = new[] { Id(3), Id(7) } });
        await AcceptAsync(3, "in4Hours");
        await AcceptAsync(3, "in8Hours");
        await PostAsync($"/users/{User(7)}/computers/{Id(7)}/decline-update");
        await PostAsync($"/computers/{Id(3)}/start");
        await ImportAsync([Row(2, $"\"{User(2)}\",\"manager\"", name: "renamed")]);
        await SnapshotAndRestoreAsync(9);
        await RestoreFaultedAsync();
        await SendAsync(HttpMethod.Delete, $"/computers/{Id(6)}");
    }

    /// <summary>Time until nothing is left to do.</summary>
    public Task EndAsync() => AdvanceAsync("2023-10-27T01:00:00Z");

    /// <summary>Another region's worth of nothing: only time.</summary>
    public async Task AdvanceAsync(string to) => await PostAsync("/simulation/clock/advance", new { to });

    /// <summary>Takes in what another life exported.</summary>
    public async Task MoveInAsync(string export) => await ImportAsync(export.Split('\n', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>All of it, as another service takes it in.</summary>
    public Task<string> ExportAsync() => api.Client.GetStringAsync("/api/v1/fleet/export");

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D2}");

    private static string User(int number) => string.Create(CultureInfo.InvariantCulture, $"user-{number:D2}");

    private static string Row(int number, string users, string name = "desk") =>
        $$"""{"computerId":"{{Id(number)}}","name":"{{name}}","regionId":"{{Region}}","officeNetworkId":"office","imageId":"m-1","imageType":"{{(number < 9 ? "custom" : number == 9 ? "system" : "shared")}}","currentVersion":"2.6.0-R-20230912.183045","status":"running","assignedUserIds":[{{users}}]}""";

    // One more snapshot than a computer keeps, and back to the last but one.
    private async Task SnapshotAndRestoreAsync(int number)
    {
        var at = DateTimeOffset.Parse("2023-10-24T22:00:00Z", CultureInfo.InvariantCulture);
        for (var count = 0; count <= 10; count++, at = at.AddMinutes(5))
        {
            await PostAsync($"/computers/{Id(number)}/snapshots", new { name = $"by hand {count}" });
            await AdvanceAsync(at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        }

        var kept = (await GetAsync($"/computers/{Id(number)}/snapshots")).GetProperty("items");
        await PostAsync($"/computers/{Id(number)}/snapshots/{kept[8].GetProperty("snapshotId").GetString()}/restore", new { stopFirst = true });
    }

    private async Task RestoreFaultedAsync()
    {
        foreach (var faulted in (await GetAsync($"/regions/{Region}/computers?status=faulted")).GetProperty("items").EnumerateArray())
        {
            var id = faulted.GetProperty("computerId").GetString();
            var kept = (await GetAsync($"/computers/{id}/snapshots")).GetProperty("items");
            if (kept.GetArrayLength() > 0)
            {
                await PostAsync($"/computers/{id}/snapshots/{kept[0].GetProperty("snapshotId").GetString()}/restore");
            }
        }
    }

    private async Task PublishAsync(string version)
    {
        var published = await PostAsync(
            $"/regions/{Region}/versions", new { version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } });
        await FinishAsync(await GetAsync($"/operations/{published.GetProperty("pushOperationId").GetString()}"));
    }

    private async Task FinishAsync(JsonElement operation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (operation.GetProperty("state").GetString() is not "finished" && await timer.WaitForNextTickAsync())
        {
            operation = await GetAsync($"/operations/{operation.GetProperty("operationId").GetString()}");
        }
    }

    private async Task AcceptAsync(int number, string when) =>
        await PostAsync($"/users/{User(number)}/computers/{Id(number)}/accept-update", new { when });

    private async Task ConnectAsync(int number) => await PostAsync($"/computers/{Id(number)}/sessions", new { userId = User(number) });

    private Task ScheduleAsync(string date, params int[] numbers) =>
        RequestAsync(new { version = "latest", method = "scheduled", date, computerIds = numbers.Select(Id) });

    private async Task RequestAsync(object request) => await PostAsync($"/regions/{Region}/updates", request);

    private async Task ImportAsync(IEnumerable<string> rows)
    {
        using var body = new StringContent(string.Join('\n', rows), Encoding.UTF8, "application/x-ndjson");
        using var import = await api.Client.PostAsync("/api/v1/fleet/import", body);
        Assert.Equal(0, (await import.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("errorsTotal").GetInt64());
    }

    private Task<JsonElement> GetAsync(string path) => api.Client.GetFromJsonAsync<JsonElement>("/api/v1" + path);

    private Task<JsonElement> PatchAsync(string path, object body) => SendAsync(HttpMethod.Patch, path, body);

    private Task<JsonElement> PostAsync(string path, object? body = null) => SendAsync(HttpMethod.Post, path, body);

    private async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, "/api/v1" + path) { Content = body is null ? null : JsonContent.Create(body) };
        using var answer = await api.Client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{method} {path}: {(int)answer.StatusCode} {text}");
        return text.Length == 0 ? default : JsonElement.Parse(text);
    }
}
