using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class Killing_the_program_during_a_bulk_schedule
{
    private const int Computers = 5_000;
    private const string Region = "cn-hangzhou";
    private const string Version = "2.7.0-R-20231020.101500";

    private static int Kills { get; } = TestLength.Of(10, 50);

    [Fact]
    public async Task Loses_no_acknowledged_item_however_often()
    {
        using var folder = new TemporaryFolder();
        var store = folder.File("fleet.db");
        var chance = new Random(Kills);
        var acknowledged = new ConcurrentDictionary<string, string>();
        await PrepareAsync(store);
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var api = await StartAsync(store);
            await AssertStoredAsync(api, acknowledged, inFlight: kill == 0 ? null : DayOf(kill - 1));
            await ScheduleUntilKilledAsync(api, DayOf(kill), Shuffled(chance), acknowledged, afterItems: chance.Next(1, 1_000));
        }

        await using var last = await StartAsync(store);
        await AssertStoredAsync(last, acknowledged, inFlight: DayOf(Kills - 1));
        await ScheduleUntilKilledAsync(last, DayOf(Kills), Shuffled(chance), acknowledged, afterItems: int.MaxValue);
        await AssertStoredAsync(last, acknowledged, inFlight: null);
        Assert.Equal(Computers, acknowledged.Count);
        Assert.Equal(Spell(acknowledged.Values.GroupBy(day => day).ToDictionary(day => day.Key, day => day.Count())), Spell(await ReservedAsync(last)));
    }

    private static int[][] Shuffled(Random chance)
    {
        var chunks = Enumerable.Range(0, Computers).Chunk(100).ToArray();
        chance.Shuffle(chunks);
        return chunks;
    }

    private static Task<ApiProcess> StartAsync(string store) => ApiProcess.StartBlankAsync(store, "2023-10-25T02:00:00Z");

    private static async Task PrepareAsync(string store)
    {
        await using var api = await StartAsync(store);
        var rows = string.Join('\n', Enumerable.Range(0, Computers).Select(number =>
            $$"""{"computerId":"{{Id(number)}}","name":"{{Id(number)}}","regionId":"{{Region}}","officeNetworkId":"office","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running","assignedUserIds":[]}"""));
        using var import = await api.Client.PostAsync("/api/v1/fleet/import", new StringContent(rows, Encoding.UTF8, "application/x-ndjson"));
        import.EnsureSuccessStatusCode();
        using var quota = await api.Client.PatchAsync($"/api/v1/regions/{Region}", JsonContent.Create(new { dailyUpdateQuota = 2 * Computers }));
        quota.EnsureSuccessStatusCode();
        using var publish = await api.Client.PostAsJsonAsync(
            $"/api/v1/regions/{Region}/versions", new { version = Version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } });
        publish.EnsureSuccessStatusCode();
    }

    /// <summary>Re-schedules everybody to another day, a hundred at a time, four requests side by side; kills the program once so many items were acknowledged.</summary>
    private static async Task ScheduleUntilKilledAsync(ApiProcess api, string day, int[][] wanted, ConcurrentDictionary<string, string> acknowledged, int afterItems)
    {
        var remaining = afterItems;
        var chunks = new ConcurrentQueue<int[]>(wanted);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ =>
        {
            while (chunks.TryDequeue(out var chunk) && Volatile.Read(ref remaining) > 0)
            {
                if (await TryScheduleAsync(api, [.. chunk.Select(Id)], day) is not { } accepted)
                {
                    return;
                }

                foreach (var id in accepted)
                {
                    acknowledged[id] = day;
                }

                if (Interlocked.Add(ref remaining, -accepted.Count) <= 0)
                {
                    await api.KillAsync();
                }
            }
        }));
    }

    /// <summary>The ids that were acknowledged; null when the program died before it answered.</summary>
    private static async Task<IReadOnlyList<string>?> TryScheduleAsync(ApiProcess api, string[] ids, string day)
    {
        try
        {
            using var answer = await api.Client.PostAsJsonAsync(
                $"/api/v1/regions/{Region}/updates", new { version = Version, computerIds = ids, method = "scheduled", date = day });
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>();
            return [.. body.GetProperty("items").EnumerateArray()
                .Where(item => item.GetProperty("outcome").GetString() is "accepted" or "replaced" or "unchanged")
                .Select(item => item.GetProperty("computerId").GetString()!)];
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or TaskCanceledException)
        {
            return null;
        }
    }

    // What was acknowledged must be there, unless the request that was on its way when the power went has replaced it.
    private static async Task AssertStoredAsync(ApiProcess api, ConcurrentDictionary<string, string> acknowledged, string? inFlight)
    {
        var stored = (await api.Client.GetStringAsync($"/api/v1/regions/{Region}/computers?format=ndjson"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(computer => computer.GetProperty("computerId").GetString()!, DateOf);
        Assert.Equal(Computers, stored.Count);
        foreach (var (id, day) in acknowledged)
        {
            Assert.True(stored[id] == day || stored[id] == inFlight, $"{id} was acknowledged for {day} and is stored for {stored[id]}.");
        }

        foreach (var (id, day) in stored.Where(computer => computer.Value is not null))
        {
            acknowledged[id] = day!;
        }
    }

    private static string? DateOf(JsonElement computer) =>
        computer.GetProperty("pendingUpdate") is { ValueKind: JsonValueKind.Object } update ? update.GetProperty("date").GetString() : null;

    private static async Task<Dictionary<string, int>> ReservedAsync(ApiProcess api)
    {
        var quotas = await api.Client.GetFromJsonAsync<JsonElement>($"/api/v1/regions/{Region}/quotas");
        var days = quotas.ValueKind is JsonValueKind.Array ? quotas : quotas.GetProperty("items");
        return days.EnumerateArray()
            .Where(day => day.GetProperty("reserved").GetInt32() > 0)
            .ToDictionary(day => day.GetProperty("date").GetString()!, day => day.GetProperty("reserved").GetInt32());
    }

    // In one line, so that a difference is shown whole.
    private static string Spell(Dictionary<string, int> places) =>
        string.Join(' ', places.OrderBy(day => day.Key, StringComparer.Ordinal).Select(day => $"{day.Key}:{day.Value}"));

    private static string DayOf(int round) => new DateOnly(2023, 10, 26).AddDays(round % 20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D5}");
}
