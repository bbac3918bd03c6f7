using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Wuying.Silo.Programs;

namespace Wuying.Silo.Hosting;

/// <summary>The small web part of a silo that is a program of its own, and what it says on the console.</summary>
internal static class SiloWebExtensions
{
    private const string ReadyTag = "ready";

    // Handing over tens of thousands of grains takes a while.
    private static readonly TimeSpan ShutdownMax = TimeSpan.FromSeconds(50);

    /// <summary>Adds it. It listens while the silo still joins, so that whoever watches the process sees it live.</summary>
    public static WebApplicationBuilder AddSiloWeb(this WebApplicationBuilder builder, SiloProgramOptions options)
    {
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.Configure<HostOptions>(host =>
        {
            host.ServicesStartConcurrently = true;
            host.ShutdownTimeout = ShutdownMax;
        });
        builder.Services.AddHealthChecks().AddCheck<SiloReadyCheck>("silo", tags: [ReadyTag]);
        return builder;
    }

    /// <summary>Its routes.</summary>
    public static WebApplication MapSiloWeb(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
        return app;
    }

    /// <summary>Says where it is once it is there, and that it has gone.</summary>
    public static WebApplication SayWhereItIs(this WebApplication app, SiloProgramOptions options)
    {
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var endpoint = app.Services.GetRequiredService<IOptions<EndpointOptions>>().Value;
            Console.Out.WriteLine($"""
                A silo of cluster '{options.Cluster.Id}' is ready.

                  Silos           {endpoint.AdvertisedIPAddress}:{endpoint.SiloPort}
                  Apis            {endpoint.AdvertisedIPAddress}:{endpoint.GatewayPort}
                  Health          {app.Urls.First()}/health/ready
                  Store           {options.Fleet.Store.Shown}
                """);
        });
        app.Lifetime.ApplicationStopped.Register(() => Console.Out.WriteLine("Stopped; its grains are handed over."));
        return app;
    }
}
