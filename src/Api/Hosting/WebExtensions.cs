using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Scalar.AspNetCore;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
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
    /// <summary>The largest body of ordinary requests; imports are streamed and have no limit.</summary>
    private const long BodyBytesMax = 4 * 1024 * 1024;

    /// <summary>The longest method, path and query. What is longer the server refuses by itself, without a word; so callers hear of wrong ones long before.</summary>
    private const int RequestLineBytesMax = 256 * 1024;

    private const string ReadyTag = "ready";

    // The pages load nothing from elsewhere, and this makes the browser see to it.
    private const string ContentSecurityPolicy =
        "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; worker-src 'self' blob:; frame-ancestors 'none'";

    /// <summary>Adds what requests need.</summary>
    public static WebApplicationBuilder AddWuyingWeb(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.WebHost.UseUrls(options.Urls).ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = BodyBytesMax;
            kestrel.Limits.MaxRequestLineSize = RequestLineBytesMax;
        });
        builder.Services.AddProblems().AddValidation().AddApiDescription().AddAccess();
        builder.Services.ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions));
#pragma warning disable RS0030 // Requests live by the system's clock; only the fleet has one of its own.
        builder.Services.TryAddSingleton(TimeProvider.System);
#pragma warning restore RS0030
        builder.Services.AddSingleton<ImageDirectory>();
        builder.Services.AddSingleton<ManyComputers>();
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
        app.UseProblems().UseMiddleware<AccessMiddleware>().UseMiddleware<IdempotencyMiddleware>().UseProblems().RefuseAmbiguousRequests();
        app.UseWhen(context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal), pages => pages.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        }));
        return app;
    }

    /// <summary>All routes.</summary>
    public static WebApplication MapWuyingWeb(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/docs", ApiDescription.ConfigureDocs);
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(ReadyTag) });
        app.MapGroup("/api/v1").RefuseImpossibleIds().MapApi();
        return app;
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
        api.MapSessions();
        api.MapEndUsers();
        api.MapUpdates();
        api.MapOperations();
        api.MapSnapshots();
        api.MapFleet();
        api.MapEvents();
        api.MapClock();
    }
}
