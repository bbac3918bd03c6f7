using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;
using Wuying.Bench.Measuring;
using Wuying.Harness;

namespace Wuying.Bench.Consoles;

/// <summary>What the page of a night costs a browser while the night's updates run.</summary>
/// <param name="BytesPerSecond">What the service sends over the page's connection.</param>
/// <param name="Busy">How much of the time the page keeps its thread busy, in percent.</param>
/// <param name="Updated">How many computers were updated by the end.</param>
internal sealed record WatchedNight(double BytesPerSecond, double Busy, long Updated)
{
    private const string Night = "2023-10-25";
    private const string BeforeTheWindow = "2023-10-24T15:59:00Z";
    private const int Rate = 60;

    /// <summary>Opens the page just before the window opens, and looks on for a while.</summary>
    /// <param name="client">Calls the service, on whose store the night is planned.</param>
    /// <param name="page">A page of it.</param>
    /// <param name="length">How long, in real time; a minute of the night passes each second, or less where there is much to do.</param>
    public static async Task<WatchedNight> WatchAsync(HttpClient client, MeasuredPage page, TimeSpan length)
    {
        await SendAsync(client, HttpMethod.Post, "/api/v1/simulation/clock/advance", new { to = BeforeTheWindow });
        await page.GoAsync($"/tonight?night={Night}&region={A.Hangzhou}", ".night-stages strong");
        await SendAsync(client, HttpMethod.Patch, "/api/v1/simulation/clock", new { rate = Rate, paused = false });

        var (bytes, busy, watch) = (page.Bytes, await page.BusyAsync(), Stopwatch.StartNew());
        await Task.Delay(length, SystemClock.Instance);
        var night = new WatchedNight(
            (page.Bytes - bytes) / watch.Elapsed.TotalSeconds,
            (await page.BusyAsync() - busy) / watch.Elapsed * 100,
            await CountUpdatedAsync(client));
        await SendAsync(client, HttpMethod.Patch, "/api/v1/simulation/clock", new { paused = true });
        return night;
    }

    private static async Task<long> CountUpdatedAsync(HttpClient client)
    {
        var day = await client.GetFromJsonAsync<JsonElement>($"/api/v1/regions/{A.Hangzhou}/updates?date={Night}&limit=1");
        return day.GetProperty("counts").GetProperty("byState").TryGetProperty("succeeded", out var succeeded) ? succeeded.GetInt64() : 0;
    }

    private static async Task SendAsync(HttpClient client, HttpMethod method, string path, object body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var answer = await client.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{path}: {answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
