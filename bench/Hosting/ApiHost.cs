using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Hosting;

namespace Wuying.Bench.Hosting;

/// <summary>The whole program in this process: web, silo, metrics, on a free loopback port; its clock stands still.</summary>
internal sealed class ApiHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ApiHost(WebApplication app) => _app = app;

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_app.Urls.Single());

    /// <summary>Calls as its own handlers make them.</summary>
    public IGrainFactory Grains => _app.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts it on a SQLite file; what is there is kept.</summary>
    public static async Task<ApiHost> StartAsync(string storePath)
    {
        string[] args = ["--urls", "http://127.0.0.1:0", "--store", $"sqlite:{storePath}", "--demo-fleet", "0", "--rate", "0"];
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = "Wuying.Api", ContentRootPath = AppContext.BaseDirectory });
        var (options, errors) = ProgramOptionsReader.Read(args, builder.Configuration);
        builder.Logging.AddWarnings();
        var app = builder.BuildWuying(options ?? throw new InvalidOperationException(string.Join(' ', errors)));
        await app.StartAsync();
        return new ApiHost(app);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
