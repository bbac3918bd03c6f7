using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.EventStreams;
using Wuying.Harness.Processes;

namespace Wuying.Program.Tests;

public sealed class Following_events_by_stream : IAsyncLifetime
{
    private const int Computers = 2_000;
    private const int EventsMin = 10_000;
    private const int ReadersCut = 2;
    private const int BytesBeforeCutMax = 150_000;

    private readonly TemporaryFolder _folder = new();
    private ApiProcess _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), "2023-10-25T02:00:00Z");
        await Changes.PrepareAsync(_api.Client);
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Misses_nothing_and_sees_nothing_twice_however_often_the_connection_is_cut()
    {
        var newest = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var readers = Enumerable.Range(1, ReadersCut).Select(seed => ReadWithCutsAsync(new Random(seed), newest.Task)).ToArray();

        await Changes.MakeAsync(_api.Client, Computers);
        var all = await ListAllAsync();
        newest.SetResult(all[^1].Id!);

        Assert.InRange(all.Count, EventsMin, int.MaxValue);
        foreach (var (seen, cuts) in await Task.WhenAll(readers))
        {
            Assert.InRange(cuts, 20, int.MaxValue);
            Assert.Equal(all, seen);
        }
    }

    [Fact]
    public async Task Is_not_slowed_by_readers_that_do_not_read()
    {
        var idle = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => EventStreamReader.ConnectAsync(_api.Client, query: "?after=0")));
        using var reader = await EventStreamReader.ConnectAsync(_api.Client, query: "?after=0");

        var making = Changes.MakeAsync(_api.Client, Computers);
        var seen = await reader.ReadEventsAsync(EventsMin).WaitAsync(TimeSpan.FromMinutes(1));
        await making;

        var all = await ListAllAsync();
        seen.AddRange(await reader.ReadEventsAsync(all.Count - seen.Count));
        Assert.Equal(all, seen);
        Array.ForEach(idle, stream => stream.Dispose());
    }

    [Fact]
    public async Task Ends_with_the_program_and_goes_on_with_the_next()
    {
        using var reader = await EventStreamReader.ConnectAsync(_api.Client);
        await Changes.ImportAsync(_api.Client, first: 0, count: 10);
        var seen = await reader.ReadEventsAsync(10);

        Assert.Equal(0, await _api.StopAsync().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Null(await reader.ReadAsync());

        await using var next = await ApiProcess.StartBlankAsync(_folder.File("fleet.db"), "2023-10-25T02:00:00Z");
        using var again = await EventStreamReader.ConnectAsync(next.Client, reader.Parser.LastEventId);
        await Changes.ImportAsync(next.Client, first: 10, count: 10);
        seen.AddRange(await again.ReadEventsAsync(10));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(Changes.Id),
            seen.Select(streamed => JsonElement.Parse(streamed.Data).GetProperty("subjectId").GetString()).Order(StringComparer.Ordinal));
    }

    /// <summary>Reads from the beginning; cuts the connection at some byte again and again, and comes back with the last id.</summary>
    private async Task<(List<StreamedEvent> Seen, int Cuts)> ReadWithCutsAsync(Random chance, Task<string> newest)
    {
        var seen = new List<StreamedEvent>();
        string? last = "0";
        var cuts = 0;
        while (!newest.IsCompleted || last != await newest)
        {
            using var reader = await EventStreamReader.ConnectAsync(_api.Client, last);
            for (var left = chance.Next(1, BytesBeforeCutMax); left > 0 && !(newest.IsCompleted && last == await newest);)
            {
                var size = Math.Min(left, chance.Next(1, 10_000));
                seen.AddRange(await reader.ReadAsync(size) ?? throw new EndOfStreamException("The stream ended by itself."));
                last = reader.Parser.LastEventId ?? last;
                left -= size;
            }

            cuts++;
        }

        return (seen, cuts);
    }

    /// <summary>All events as the pages of <c>GET /events</c> have them.</summary>
    private async Task<List<StreamedEvent>> ListAllAsync()
    {
        var all = new List<StreamedEvent>();
        string? cursor = "";
        while (cursor is not null)
        {
            var page = await _api.Client.GetFromJsonAsync<JsonElement>($"/api/v1/events?limit=1000&cursor={cursor}");
            all.AddRange(page.GetProperty("items").EnumerateArray().Select(item => new StreamedEvent(
                item.GetProperty("sequence").GetRawText(), item.GetProperty("kind").GetString(), item.GetRawText())));
            cursor = page.GetProperty("nextCursor").GetString();
        }

        return all;
    }

    /// <summary>Makes things happen.</summary>
    private static class Changes
    {
        private const string Region = "cn-hangzhou";
        private const string Version = "2.7.0-R-20231020.101500";

        public static string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-{number:D5}");

        public static async Task PrepareAsync(HttpClient client)
        {
            using var quota = await client.PatchAsync($"/api/v1/regions/{Region}", JsonContent.Create(new { dailyUpdateQuota = 2 * Computers }));
            quota.EnsureSuccessStatusCode();
            using var publish = await client.PostAsJsonAsync(
                $"/api/v1/regions/{Region}/versions", new { version = Version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } });
            publish.EnsureSuccessStatusCode();
        }

        /// <summary>Imports computers, gives each an update, and then another day, twice.</summary>
        public static async Task MakeAsync(HttpClient client, int computers)
        {
            await ImportAsync(client, 0, computers);
            foreach (var day in new[] { "2023-10-27", "2023-10-28", "2023-10-29" })
            {
                foreach (var chunk in Enumerable.Range(0, computers).Chunk(250))
                {
                    using var answer = await client.PostAsJsonAsync(
                        $"/api/v1/regions/{Region}/updates", new { version = Version, computerIds = chunk.Select(Id), method = "scheduled", date = day });
                    answer.EnsureSuccessStatusCode();
                }
            }
        }

        public static async Task ImportAsync(HttpClient client, int first, int count)
        {
            var rows = string.Join('\n', Enumerable.Range(first, count).Select(number =>
                $$"""{"computerId":"{{Id(number)}}","name":"{{Id(number)}}","regionId":"{{Region}}","officeNetworkId":"office","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running","assignedUserIds":[]}"""));
            using var import = await client.PostAsync("/api/v1/fleet/import", new StringContent(rows, Encoding.UTF8, "application/x-ndjson"));
            import.EnsureSuccessStatusCode();
        }
    }
}
