using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Console.Tests;

/// <summary>The real program with a demo fleet, on a clock that stands still until it is moved: a Tuesday evening in Hangzhou, 18:00.</summary>
public sealed class RunningConsole : IAsyncLifetime
{
    /// <summary>The version that the demo fleet can be updated to.</summary>
    public const string Version = "2.7.0-R-20231020.101500";

    private static readonly string[] Usual = ["--demo-fleet", "60", "--rate", "0", "--clock-start", "2023-10-24T10:00:00Z"];

    private readonly TemporaryFolder _folder = new();
    private ApiProcess? _api;

    /// <summary>Calls it, as scripts do.</summary>
    public HttpClient Client => Api.Client;

    /// <summary>Where it is.</summary>
    public Uri Address => Api.Client.BaseAddress!;

    private ApiProcess Api => _api ?? throw new InvalidOperationException("The program is not there yet.");

    public async ValueTask InitializeAsync() => _api = await ApiProcess.StartAsync(["--store", $"sqlite:{_folder.File("fleet.db")}", .. Usual]);

    public async ValueTask DisposeAsync()
    {
        await Api.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>Ends the program, and starts it again on its store, at its address.</summary>
    public async Task RestartAsync()
    {
        var address = Address;
        await Api.StopAsync();
        await Api.DisposeAsync();
        _api = await ApiProcess.StartAsync(["--store", $"sqlite:{_folder.File("fleet.db")}", "--urls", address.GetLeftPart(UriPartial.Authority)]);
    }

    /// <summary>Has all computers of Hangzhou scheduled for the night after next.</summary>
    /// <returns>The request's id.</returns>
    public async Task<string> ScheduleAllAsync()
    {
        var request = new { version = "latest", filter = new { all = true }, method = "scheduled", date = "2023-10-26" };
        return (await PostAsync("/api/v1/regions/cn-hangzhou/updates", request)).GetProperty("operationId").GetString()!;
    }

    /// <summary>Makes an access key.</summary>
    public async Task<(string Id, string Secret)> CreateKeyAsync(string role, params string[] regions)
    {
        var made = await PostAsync("/api/v1/access-keys", new { role, regions = regions.Length == 0 ? null : regions });
        return (made.GetProperty("accessKeyId").GetString()!, made.GetProperty("accessKeySecret").GetString()!);
    }

    /// <summary>True once calls carry a key.</summary>
    public bool HasKey => Client.DefaultRequestHeaders.Authorization is not null;

    /// <summary>Calls with a key from now on.</summary>
    public void UseKey((string Id, string Secret) key) => Client.DefaultRequestHeaders.Authorization =
        new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{key.Id}:{key.Secret}")));

    /// <summary>Asks, and reads the answer.</summary>
    public async Task<JsonElement> PostAsync(string path, object body)
    {
        using var answer = await Client.PostAsJsonAsync(path, body);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
