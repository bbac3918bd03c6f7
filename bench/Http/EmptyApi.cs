using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Wuying.Bench.Hosting;

namespace Wuying.Bench.Http;

/// <summary>The least that a minimal API can do: one route that answers 200 and nothing else, with no measuring of its own.</summary>
internal sealed class EmptyApi : IAsyncDisposable
{
    private readonly WebApplication _app;

    private EmptyApi(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it on a free loopback port.</summary>
    public static async Task<EmptyApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.AddWarnings();
        var app = builder.Build();
        app.MapGet("/", () => TypedResults.Ok()).DisableHttpMetrics();
        await app.StartAsync();
        return new EmptyApi(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
