using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Bench.Hosting;

/// <summary>A store as the real program has left it the evening before a night: all computers of a region, with an update for that night each. Made by another process, so that this one has nothing of it.</summary>
internal static class StoredFleet
{
    private const string StartsAt = "2023-10-24T04:00:00Z";
    private const string Night = "2023-10-25";
    private const string Version = "2.7.0-R-20231020.101500";

    private static readonly TimeSpan AskInterval = TimeSpan.FromMilliseconds(100);
    private static readonly string Region = $"/api/v1/regions/{A.Hangzhou}";

    /// <summary>Makes one.</summary>
    /// <param name="folder">Where.</param>
    /// <param name="computers">How many computers.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>The SQLite file.</returns>
    public static async Task<string> MakeAsync(TemporaryFolder folder, int computers, IProgress<string> progress)
    {
        var (store, lines) = (folder.File("fleet.db"), folder.File("fleet.ndjson"));
        await File.WriteAllLinesAsync(lines, Enumerable.Range(0, computers).Select(Line));
        await using var api = await ApiProcess.StartBlankAsync(store, StartsAt);
        progress.Report(string.Create(CultureInfo.InvariantCulture, $"{computers:N0} computers are imported"));
        await ImportAsync(api.Client, lines, computers);
        progress.Report("each is given an update for the coming night");
        await ScheduleAsync(api.Client, computers);
        await api.StopAsync();
        return store;
    }

    private static string Line(int number) => JsonSerializer.Serialize(new
    {
        computerId = NumberedComputers.IdOf(number),
        name = $"Desk {number:D6}",
        regionId = A.Hangzhou.Value,
        officeNetworkId = $"{A.Hangzhou}+dir-{number % 10}",
        imageId = $"m-{number % 5}",
        imageType = "custom",
        currentVersion = A.OldVersion.Number,
        status = "running",
        assignedUserIds = new[] { $"user-{number:D6}" },
    });

    private static async Task ImportAsync(HttpClient client, string lines, int computers)
    {
        using var body = new StreamContent(File.OpenRead(lines));
        body.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        var answer = await ReadAsync(await client.PostAsync("/api/v1/fleet/import", body));
        Expect(computers, answer.GetProperty("computers").GetProperty("accepted").GetInt32());
    }

    private static async Task ScheduleAsync(HttpClient client, int computers)
    {
        await ReadAsync(await client.PatchAsJsonAsync(Region, new { automaticPush = false, dailyUpdateQuota = computers }));
        await ReadAsync(await client.PostAsJsonAsync($"{Region}/versions", new { version = Version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } }));
        var begun = await ReadAsync(await client.PostAsJsonAsync(
            $"{Region}/updates", new { version = Version, filter = new { all = true }, method = "scheduled", date = Night }));
        var operation = $"/api/v1/operations/{begun.GetProperty("operationId").GetString()}?limit=1";
        using var timer = new PeriodicTimer(AskInterval);
        while (await timer.WaitForNextTickAsync())
        {
            var now = await ReadAsync(await client.GetAsync(operation));
            if (now.GetProperty("state").GetString() is "finished")
            {
                Expect(computers, now.GetProperty("accepted").GetInt32());
                return;
            }
        }
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using (answer)
        {
            var text = await answer.Content.ReadAsStringAsync();
            return answer.IsSuccessStatusCode ? JsonElement.Parse(text) : throw new InvalidOperationException($"{(int)answer.StatusCode}: {text}");
        }
    }

    private static void Expect(int computers, int accepted)
    {
        if (accepted != computers)
        {
            throw new InvalidOperationException($"{accepted} of {computers} computers were accepted.");
        }
    }
}
