using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class A_fleet_that_moves_into_a_full_day
{
    private const string Region = "/api/v1/regions/cn-hangzhou";

    [Fact]
    public async Task R17_Gets_no_more_places_than_there_are_and_is_told_of_each_that_is_missing()
    {
        using var folder = new TemporaryFolder();
        await using var old = await ApiProcess.StartBlankAsync(folder.File("old.db"), "2023-10-24T02:00:00Z");
        await ImportAsync(old.Client, string.Join('\n', Enumerable.Range(1, 20).Select(Line)));
        (await old.Client.PostAsJsonAsync($"{Region}/versions", new
        {
            version = "2.8.0-R-20231023.080000", packageSizeBytes = 1, releaseNotes = new { en = "a", zh = "b" },
        })).EnsureSuccessStatusCode();
        (await old.Client.PostAsJsonAsync($"{Region}/updates", new
        {
            version = "latest", computerIds = Enumerable.Range(1, 20).Select(number => $"ecd-{number}"), method = "scheduled", date = "2023-10-26",
        })).EnsureSuccessStatusCode();
        (await old.Client.PatchAsJsonAsync(Region, new { dailyUpdateQuota = 15 })).EnsureSuccessStatusCode();
        var export = await old.Client.GetStringAsync("/api/v1/fleet/export");

        await using var next = await ApiProcess.StartBlankAsync(folder.File("new.db"), "2023-10-24T02:00:00Z");
        var answer = await ImportAsync(next.Client, export);

        Assert.Equal((20, 5), (answer.GetProperty("computers").GetProperty("accepted").GetInt32(), answer.GetProperty("pendingUpdatesLeftOut").GetInt32()));
        Assert.All(answer.GetProperty("errors").EnumerateArray(), error => Assert.Equal("DailyQuotaExceeded", error.GetProperty("code").GetString()));
        var quota = await next.Client.GetFromJsonAsync<JsonElement>($"{Region}/quotas?from=2023-10-26&to=2023-10-26");
        Assert.Equal(15, quota.GetProperty("items")[0].GetProperty("reserved").GetInt32());
        var updates = await next.Client.GetFromJsonAsync<JsonElement>($"{Region}/updates?date=2023-10-26");
        Assert.Equal(15, updates.GetProperty("counts").GetProperty("byState").GetProperty("scheduled").GetInt32());
        Assert.Equal(0, (await ImportAsync(next.Client, export)).GetProperty("computers").GetProperty("accepted").GetInt32());
    }

    private static string Line(int number) =>
        $$"""{"computerId":"ecd-{{number}}","name":"n","regionId":"cn-hangzhou","officeNetworkId":"o","imageId":"m-1","imageType":"system","currentVersion":"2.6.0-R-20230912.183045","status":"running"}""";

    private static async Task<JsonElement> ImportAsync(HttpClient client, string lines)
    {
        using var body = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
        using var answer = await client.PostAsync("/api/v1/fleet/import", body);
        return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>();
    }
}
