using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Wuying.Harness;
using Wuying.Harness.Processes;

namespace Wuying.Ecd.Tests;

/// <summary>The real program on a file, with a clock that stands still until it is told to move, and an administrator's key.</summary>
internal sealed class RunningService : IAsyncDisposable
{
    public const string Region = "cn-hangzhou";
    public const string NewVersion = "2.7.0-R-20231020.101500";

    private readonly TemporaryFolder _folder = new();
    private ApiProcess? _api;
    private TestKey? _key;

    public ApiProcess Api => _api ?? throw new InvalidOperationException("It is not started.");

    /// <summary>The administrator's key.</summary>
    public TestKey Key => _key ?? throw new InvalidOperationException("It is not started.");

    /// <summary>Starts it.</summary>
    public static async Task<RunningService> StartAsync(params string[] options)
    {
        var service = new RunningService();
        service._api = await ApiProcess.StartBlankAsync(service._folder.File("fleet.db"), "2023-10-25T02:00:00Z", options);
        service._key = await service.MakeKeyAsync("administrator");
        service.Api.Client.DefaultRequestHeaders.Authorization = service._key.ToHeader();
        return service;
    }

    /// <summary>Makes a key.</summary>
    public async Task<TestKey> MakeKeyAsync(string role, params string[] regions)
    {
        var made = await SendAsync(HttpMethod.Post, "access-keys", regions.Length == 0 ? new { role } : new { role, regions });
        return new(made.GetProperty("accessKeyId").GetString()!, made.GetProperty("accessKeySecret").GetString()!);
    }

    /// <summary>Imports the samples of a region, and publishes the version that is newer than most of them.</summary>
    public async Task ImportAsync(string region)
    {
        foreach (var kind in new[] { "images", "desktops" })
        {
            using var content = new StringContent(await File.ReadAllTextAsync(SourceTree.PathOf("examples", "data", $"describe-{kind}.{region}.json")), Encoding.UTF8, "application/json");
            using var imported = await Api.Client.PostAsync(new Uri($"/api/v1/fleet/import?regionId={region}", UriKind.Relative), content);
            imported.EnsureSuccessStatusCode();
        }

        await SendAsync(HttpMethod.Post, $"regions/{region}/versions", new
        {
            version = NewVersion,
            packageSizeBytes = 568_533_470,
            releaseNotes = new { en = "Bug fixes", zh = "修复若干问题" },
        });
    }

    /// <summary>Lets time pass, and all that is due in it be done.</summary>
    public Task AdvanceAsync(string by) => SendAsync(HttpMethod.Post, "simulation/clock/advance", new { by });

    /// <summary>Calls REST.</summary>
    public async Task<JsonElement> SendAsync(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/api/v1/{path}", UriKind.Relative)) { Content = body is null ? null : JsonContent.Create(body) };
        using var response = await Api.Client.SendAsync(request);
        var said = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, $"{method} {path}: {said}");
        return said.Length == 0 ? default : JsonElement.Parse(said);
    }

    public async ValueTask DisposeAsync()
    {
        await (_api?.DisposeAsync() ?? ValueTask.CompletedTask);
        _folder.Dispose();
    }
}
