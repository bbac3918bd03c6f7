using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.LoadTester.Invariants;

namespace Wuying.Cluster.Tests;

/// <summary>One night of one region's fleet: everybody is scheduled for it, time passes at a rate, and in the end the events are checked from the first to the last.</summary>
internal sealed class Night
{
    private const string Version = "2.7.0-R-20231020.101500";

    /// <summary>Computers in use, in the hope of being passed over.</summary>
    private const int ConnectedShare = 20;

    private readonly RunningCluster _cluster;
    private readonly string _region;
    private readonly TimeZoneInfo _zone;
    private readonly int _computers;

    private Night(RunningCluster cluster, string region, string zone, int computers) =>
        (_cluster, _region, _zone, _computers) = (cluster, region, TimeZoneInfo.FindSystemTimeZoneById(zone), computers);

    /// <summary>The night's day.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>Midnight, when the window opens.</summary>
    public DateTimeOffset OpensAt => AtLocal(0);

    private string Date => Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private string Path => $"/api/v1/regions/{_region}";

    /// <summary>Makes the fleet and schedules all of it for the next night that can be picked. The clock stands still.</summary>
    public static async Task<Night> ScheduleAsync(RunningCluster cluster, string region, string zone, int computers)
    {
        var night = new Night(cluster, region, zone, computers);
        await night.SteerAsync(rate: 0);
        await night.ImportAsync();
        using var quota = await cluster.Client.PatchAsync(night.Path, JsonContent.Create(new { dailyUpdateQuota = computers, automaticPush = false }));
        quota.EnsureSuccessStatusCode();
        await night.PostAsync($"{night.Path}/versions", new { version = Version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } });
        night.Day = await night.FindDayAsync();
        var operation = await night.PostAsync($"{night.Path}/updates", new
        {
            version = Version, filter = new { all = true }, method = "scheduled", date = night.Date, snapshotLeadHours = 3,
        });
        await night.FinishedAsync(operation.GetProperty("operationId").GetString()!);
        return night;
    }

    /// <summary>An instant of the night, in hours after midnight; before it they are negative.</summary>
    public DateTimeOffset AtLocal(double hour)
    {
        var local = Day.ToDateTime(TimeOnly.MinValue).AddHours(hour);
        return new DateTimeOffset(local, _zone.GetUtcOffset(local)).ToUniversalTime();
    }

    /// <summary>Lets time pass; asked again until somebody hears it.</summary>
    public async Task SteerAsync(double rate)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            using var answer = await _cluster.Client.PatchAsync("/api/v1/simulation/clock", JsonContent.Create(new { rate, paused = false }));
            if (!answer.IsNotNow())
            {
                answer.EnsureSuccessStatusCode();
                return;
            }

            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    /// <summary>Returns when the fleet's clock has come so far; while nobody can tell, it is asked again.</summary>
    public async Task UntilAsync(DateTimeOffset instant)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await NowAsync() < instant)
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<DateTimeOffset> NowAsync() =>
        (await _cluster.AskAsync<JsonElement>("/simulation/clock")).GetProperty("now").GetDateTimeOffset();

    /// <summary>Waits until the night is over, and finds that each computer came to exactly one end and that no invariant was broken by any event.</summary>
    public async Task AssertFlawlessAsync()
    {
        await UntilAsync(AtLocal(6));
        await SteerAsync(rate: 0);
        var checker = new HistoryChecker(new Dictionary<string, string> { [_region] = _zone.Id });
        await foreach (var recorded in EventsAsync())
        {
            checker.See(recorded);
        }

        var day = await QuotaAsync();
        checker.SeePlaces(_region, Date, day.GetProperty("reserved").GetInt32());
        checker.ExpectAllEnded();
        var ends = string.Join(", ", checker.EndedBy.Select(end => $"{end.Value} {end.Key}"));
        Report.Say($"{_region} {Date}: {_computers} computers: {ends}; {checker.Violations.Count} violations; quota: {day.GetProperty("reserved")} of {day.GetProperty("limit")} places taken");
        Assert.Empty(checker.Violations);
        Assert.Equal(_computers, checker.EndedBy.Values.Sum());
        Assert.Equal(_computers, checker.EndedBy["updateSucceeded"] + checker.EndedBy["updateMissed"]);
        Assert.InRange(checker.EndedBy["updateMissed"], _computers / ConnectedShare, _computers / 2);
    }

    private async Task ImportAsync()
    {
        var rows = string.Join('\n', Enumerable.Range(0, _computers).Select(number => number % ConnectedShare == 0
            ? Row(number, $"""
                "connection":"connected","connectedUserId":"user-{number}","assignedUserIds":["user-{number}"]
                """)
            : Row(number, """
                "assignedUserIds":[]
                """)));
        using var import = await _cluster.Client.PostAsync("/api/v1/fleet/import", new StringContent(rows, Encoding.UTF8, "application/x-ndjson"));
        import.EnsureSuccessStatusCode();
        var counts = await import.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(0, counts.GetProperty("errors").GetArrayLength());
    }

    private string Row(int number, string session) =>
        $$"""{"computerId":"ecd-{{_region}}-{{number:D5}}","name":"{{number}}","regionId":"{{_region}}","officeNetworkId":"office","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running",{{session}}}""";

    private async Task<DateOnly> FindDayAsync()
    {
        var days = await _cluster.AskAsync<JsonElement>($"/regions/{_region}/quotas");
        var pickable = (days.ValueKind is JsonValueKind.Array ? days : days.GetProperty("items")).EnumerateArray()
            .First(day => day.GetProperty("pickable").GetBoolean());
        return DateOnly.ParseExact(pickable.GetProperty("date").GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private async Task<JsonElement> QuotaAsync()
    {
        var days = await _cluster.AskAsync<JsonElement>($"/regions/{_region}/quotas?from={Date}&to={Date}");
        return (days.ValueKind is JsonValueKind.Array ? days : days.GetProperty("items")).EnumerateArray().Single();
    }

    private async Task FinishedAsync(string operation)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        JsonElement progress;
        do
        {
            await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
            progress = await _cluster.AskAsync<JsonElement>($"/operations/{operation}?limit=1");
        }
        while (progress.GetProperty("state").GetString() is not "finished");

        Assert.Equal(_computers, progress.GetProperty("accepted").GetInt32());
    }

    private async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await _cluster.Client.PostAsJsonAsync(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>All events of the region, in order.</summary>
    private async IAsyncEnumerable<HistoryEvent> EventsAsync()
    {
        var after = 0L;
        while (true)
        {
            var page = (await _cluster.AskAsync<JsonElement>($"/events?after={after}&limit=1000")).GetProperty("items");
            if (page.GetArrayLength() == 0)
            {
                yield break;
            }

            foreach (var item in page.EnumerateArray())
            {
                after = item.GetProperty("sequence").GetInt64();
                if (item.GetProperty("regionId").GetString() == _region)
                {
                    yield return HistoryEvent.Of(item);
                }
            }
        }
    }
}
