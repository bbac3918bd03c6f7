using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Wuying.Cluster.Tests;

/// <summary>Requests at a steady rate, every one with an idempotency key and repeated with it until it succeeds; half of them read, half ask for another day. Counts every answer by the phase in which its request was first sent.</summary>
internal sealed class SteadyLoad : IDisposable
{
    private const int Computers = 400;
    private const string Version = "2.7.0-R-20231020.101500";
    private static readonly TimeSpan RepeatAfter = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan PatienceMax = TimeSpan.FromMinutes(2);

    private readonly HttpClient _client;
    private readonly string _region;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<(string Phase, string Answer), int> _counts = new();
    private readonly ConcurrentDictionary<string, string> _acknowledged = new();
    private readonly ConcurrentBag<string> _wrong = [];
    private readonly List<Task> _requests = [];
    private volatile string _phase = "before";
    private Task _sending = Task.CompletedTask;
    private string[] _days = [];
    private int _keys;

    private SteadyLoad(HttpClient client, string region) => (_client, _region) = (client, region);

    /// <summary>Makes a fleet of its own and begins.</summary>
    public static async Task<SteadyLoad> StartAsync(HttpClient client, string region, int perSecond)
    {
        var load = new SteadyLoad(client, region);
        await load.PrepareAsync();
        load._sending = load.SendAsync(perSecond);
        return load;
    }

    /// <summary>Names what happens from now on.</summary>
    public void Begin(string phase) => _phase = phase;

    /// <summary>Sends no more; waits until all that was sent has succeeded, says the counts, and finds no answer but success and "not now".</summary>
    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _sending;
        await Task.WhenAll(_requests);
        foreach (var phase in _counts.GroupBy(count => count.Key.Phase))
        {
            Report.Say($"{phase.Key}: {string.Join(", ", phase.OrderBy(count => count.Key.Answer, StringComparer.Ordinal).Select(count => $"{count.Value} x {count.Key.Answer}"))}");
        }

        Assert.Empty(_wrong);
        Assert.Contains(_counts, count => count.Key.Answer == "200");
    }

    /// <summary>Finds every computer at the day of the last request for it that succeeded.</summary>
    public async Task AssertAcknowledgedIsThereAsync()
    {
        var text = await _client.GetStringAsync($"/api/v1/regions/{_region}/computers?format=ndjson");
        var stored = text.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement)
            .ToDictionary(computer => computer.GetProperty("computerId").GetString()!, DateOf);
        Assert.NotEmpty(_acknowledged);
        Assert.All(_acknowledged, asked => Assert.Equal(asked.Value, stored[asked.Key]));
    }

    public void Dispose() => _stopping.Dispose();

    private async Task PrepareAsync()
    {
        var rows = string.Join('\n', Enumerable.Range(0, Computers).Select(number =>
            $$"""{"computerId":"{{Id(number)}}","name":"{{number}}","regionId":"{{_region}}","officeNetworkId":"office","imageId":"m-1","imageType":"custom","currentVersion":"2.6.0-R-20230912.183045","status":"running","assignedUserIds":[]}"""));
        using var import = await _client.PostAsync("/api/v1/fleet/import", new StringContent(rows, Encoding.UTF8, "application/x-ndjson"));
        import.EnsureSuccessStatusCode();
        using var quiet = await _client.PatchAsync($"/api/v1/regions/{_region}", JsonContent.Create(new { automaticPush = false }));
        quiet.EnsureSuccessStatusCode();
        using var publish = await _client.PostAsJsonAsync(
            $"/api/v1/regions/{_region}/versions", new { version = Version, packageSizeBytes = 1, releaseNotes = new { en = "Fixes", zh = "修复" } });
        publish.EnsureSuccessStatusCode();
        var quotas = await _client.GetFromJsonAsync<JsonElement>($"/api/v1/regions/{_region}/quotas");
        _days = [.. (quotas.ValueKind is JsonValueKind.Array ? quotas : quotas.GetProperty("items")).EnumerateArray()
            .Where(day => day.GetProperty("pickable").GetBoolean()).Select(day => day.GetProperty("date").GetString()!).Skip(5).Take(20)];
    }

    // Computers one after the other: by the time one is asked again, its request before has been answered or waits for its turn.
    private async Task SendAsync(int perSecond)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / perSecond));
        var free = new SemaphoreSlim[Computers];
        for (var number = 0; number < Computers; number++)
        {
            free[number] = new SemaphoreSlim(1);
        }

        for (var sent = 0; await TickAsync(timer); sent++)
        {
            var number = sent / 2 % Computers;
            _requests.Add(sent % 2 == 0 ? ReadAsync(number) : ChangeAsync(number, _days[sent / Computers % _days.Length], free[number]));
        }
    }

    private async Task<bool> TickAsync(PeriodicTimer timer)
    {
        try
        {
            return await timer.WaitForNextTickAsync(_stopping.Token);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    private async Task ReadAsync(int number)
    {
        await UntilAnsweredAsync(() => new HttpRequestMessage(HttpMethod.Get, $"/api/v1/computers/{Id(number)}"));
    }

    private async Task ChangeAsync(int number, string day, SemaphoreSlim free)
    {
        await free.WaitAsync();
        try
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"{_region}-{Interlocked.Increment(ref _keys)}");
            var item = await UntilAnsweredAsync(() => new HttpRequestMessage(HttpMethod.Post, $"/api/v1/regions/{_region}/updates")
            {
                Headers = { { "Idempotency-Key", key } },
                Content = JsonContent.Create(new { version = Version, computerIds = new[] { Id(number) }, method = "scheduled", date = day }),
            });
            if (item is not null)
            {
                _acknowledged[Id(number)] = day;
            }
        }
        finally
        {
            free.Release();
        }
    }

    /// <summary>The body of the success; null when there was another answer.</summary>
    private async Task<JsonElement?> UntilAnsweredAsync(Func<HttpRequestMessage> make)
    {
        var phase = _phase;
        using var patience = new CancellationTokenSource(PatienceMax);
        while (true)
        {
            using var request = make();
            using var answer = await _client.SendAsync(request, patience.Token);
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
            var code = CodeOf(body);
            var status = $"{(int)answer.StatusCode}{(answer.IsSuccessStatusCode && code is not null ? $" with {code}" : "")}";
            _counts.AddOrUpdate((phase, status), 1, (_, count) => count + 1);
            if (answer.IsSuccessStatusCode && code is null)
            {
                return body;
            }

            if (!answer.IsNotNow() && !(answer.IsSuccessStatusCode && code is "OutcomeUnknown"))
            {
                _wrong.Add($"{request.Method} {request.RequestUri}: {answer.StatusCode} {body.GetRawText()}");
                return null;
            }

            await TestTime.PassAsync(RepeatAfter);
        }
    }

    // Of the problem, or of the one computer that was asked.
    private static string? CodeOf(JsonElement body) => body.TryGetProperty("items", out var items)
        ? items[0].GetProperty("code").GetString()
        : body.TryGetProperty("code", out var code) ? code.GetString() : null;

    private static string? DateOf(JsonElement computer) =>
        computer.GetProperty("pendingUpdate") is { ValueKind: JsonValueKind.Object } update ? update.GetProperty("date").GetString() : null;

    private string Id(int number) => string.Create(CultureInfo.InvariantCulture, $"ecd-load-{_region}-{number:D3}");
}
