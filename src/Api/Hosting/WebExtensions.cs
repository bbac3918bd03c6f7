using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Api.Ecd;
using Wuying.Api.EndUsers;
using Wuying.Api.Fleet;
using Wuying.Api.Images;
using Wuying.Api.Json;
using Wuying.Api.Problems;
using Wuying.Api.Quotas;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Api.Simulation;
using Wuying.Api.Snapshots;
using Wuying.Api.Updates;

namespace Wuying.Api.Hosting;

/// <summary>The web part of the program, whatever hosts the grains.</summary>
internal static class WebExtensions
{
    /// <summary>The longest method, path and query. What is longer the server refuses by itself, without a word; so callers hear of wrong ones long before.</summary>
    private const int RequestLineBytesMax = 256 * 1024;

    private const string ReadyTag = "ready";

    private static readonly TimeSpan BodyGracePeriod = TimeSpan.FromSeconds(5);

    /// <summary>Adds what requests need.</summary>
    public static WebApplicationBuilder AddWuyingWeb(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(SetLimits);
        builder.Services.AddSingleton<IValidateOptions<LimitOptions>, LimitOptionsValidator>();
        builder.Services.AddOptions<LimitOptions>().BindConfiguration(LimitOptions.SectionName).ValidateOnStart();
        builder.Services.KeepOutRequestAddresses();
        builder.Services.AddProblems().AddValidation().AddApiDescription().AddAccess();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
#pragma warning disable RS0030 // Requests live by the system's clock; only the fleet has one of its own.
        builder.Services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddEcd();
        builder.Services.AddSingleton<ImageDirectory>();
        builder.Services.AddSingleton<ManyComputers>();
        builder.Services.AddSingleton<ComputerMaker>();
        builder.Services.AddSingleton<IValidateOptions<WaveOptions>, WaveOptionsValidator>();
        builder.Services.AddOptions<WaveOptions>().BindConfiguration(WaveOptions.SectionName).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<EventStreamOptions>, EventStreamOptionsValidator>();
        builder.Services.AddOptions<EventStreamOptions>().BindConfiguration(EventStreamOptions.SectionName).ValidateOnStart();
        builder.Services.AddHealthChecks().AddCheck<ClusterReadyCheck>("cluster", tags: [ReadyTag]);
        return builder;
    }

    /// <summary>Problems outermost; then nobody gets further who may not; idempotency keys see the answers that problems make; then problems again for what handlers throw.</summary>
    public static WebApplication UseWuyingWeb(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseProblems().UseMiddleware<AccessMiddleware>().UseMiddleware<IdempotencyMiddleware>().UseProblems().RefuseAmbiguousRequests();
        return app;
    }

    /// <summary>All routes.</summary>
    public static WebApplication MapWuyingWeb(this WebApplication app)
    {
        app.MapEcd();
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", ApiDescription.ConfigureDocs);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
        app.MapGroup("/api/v1").RefuseImpossibleIds().MapApi();
        return app;
    }

    private static void SetLimits(KestrelServerOptions kestrel)
    {
        var limits = kestrel.ApplicationServices.GetRequiredService<IOptions<LimitOptions>>().Value;
        kestrel.AddServerHeader = false;
        kestrel.Limits.MaxRequestBodySize = limits.BodyBytesMax;
        kestrel.Limits.MaxRequestLineSize = RequestLineBytesMax;
        kestrel.Limits.RequestHeadersTimeout = limits.HeadersTimeout;
        kestrel.Limits.KeepAliveTimeout = limits.IdleTimeout;
        kestrel.Limits.MaxConcurrentConnections = limits.ConnectionsMax;
        kestrel.Limits.MinRequestBodyDataRate = limits.BodyBytesPerSecondMin > 0
            ? new MinDataRate(limits.BodyBytesPerSecondMin, BodyGracePeriod)
            : null;
    }

    private static void MapApi(this RouteGroupBuilder api)
    {
        api.MapAccessSession();
        api.MapAccessKeys();
        api.MapRegions();
        api.MapQuotas();
        api.MapVersions();
        api.MapPushes();
        api.MapRegionImages();
        api.MapImages();
        api.MapRegionComputers();
        api.MapComputers();
        api.MapTags();
        api.MapSessions();
        api.MapEndUsers();
        api.MapUpdates();
        api.MapOperations();
        api.MapSnapshots();
        api.MapFleet();
        api.MapEvents();
        api.MapClock();
        api.MapSimulatedMachines();
        api.MapSimulatedFleet();
    }
}
