using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Wuying.Silo.Hosting;

/// <summary>Lets operators see inside a program: metrics, traces and logs, in the form of OpenTelemetry.</summary>
public static class TelemetryExtensions
{
    private const string MetricsPath = "/metrics";

    // The standard key, in the environment or in appsettings.json.
    private const string OtlpEndpointKey = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>Collects the metrics of this program. Where the configuration names an OTLP endpoint, metrics, traces and logs are sent there besides; the other standard <c>OTEL_</c> keys hold.</summary>
    public static IHostApplicationBuilder AddWuyingTelemetry(this IHostApplicationBuilder builder)
    {
        var telemetry = builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics
            .AddMeter("Wuying.*", "Microsoft.Orleans")
            .AddAspNetCoreInstrumentation()
            .AddRuntimeInstrumentation()
            .AddPrometheusExporter());
        if (!string.IsNullOrEmpty(builder.Configuration[OtlpEndpointKey]))
        {
            // Without somebody to read them, spans would only cost.
            telemetry.WithTracing(traces => traces
                .AddSource("Wuying.*", "Microsoft.Orleans.*")
                .AddAspNetCoreInstrumentation(web => web.Filter = IsWorthATrace))
                .UseOtlpExporter();
        }

        return builder;
    }

    /// <summary>Serves the metrics at <c>GET /metrics</c>, in the format of Prometheus.</summary>
    public static WebApplication MapWuyingMetrics(this WebApplication app)
    {
        app.MapPrometheusScrapingEndpoint(MetricsPath).DisableHttpMetrics();
        return app;
    }

    // Machines ask these every few seconds, and nobody asks how that went.
    private static bool IsWorthATrace(HttpContext context) =>
        !context.Request.Path.StartsWithSegments(MetricsPath, StringComparison.Ordinal)
        && !context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);
}
