using System.Diagnostics;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Orleans.Dashboard;

namespace Wuying.Silo.Hosting;

/// <summary>Serves the Orleans dashboard on a loopback port of its own, beside whatever else the process serves: it shows and does what nobody outside this machine should see.</summary>
internal sealed partial class DashboardServer(
    IServiceProvider silo,
    IServiceCollection services,
    IOptions<DashboardServerOptions> options,
    IOptions<DashboardOptions> dashboard,
    DashboardAddress address,
    ILoggerFactory loggers,
    ILogger<DashboardServer> logger) : IHostedService, IAsyncDisposable
{
    private WebApplication? _app;

    // Port 0 lets the system choose one.
    private string Asked => $"http://127.0.0.1:{options.Value.Port}";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _app = Build();
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException error) when (error.InnerException is AddressInUseException)
        {
            throw new OptionsValidationException(
                DashboardServerOptions.SectionName, typeof(DashboardServerOptions),
                [$"{Asked} is in use; choose another port with --Dashboard:Port, or 0 for no dashboard."]);
        }

        address.Value = new Uri(_app.Urls.First());
        LogAddress(address.Value);
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;

    private WebApplication Build()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls(Asked);
        builder.Services.AddRouting().AddSingleton(loggers).AddSingleton(dashboard);

        // A source that nobody listens to: the pages ask every second, and each would be a trace.
        builder.Services.AddSingleton(_ => new ActivitySource("Orleans.Dashboard"));
        foreach (var type in services.Where(IsOfDashboard).Select(service => service.ServiceType).Distinct())
        {
            builder.Services.AddSingleton(type, silo.GetRequiredService(type));
        }

        var app = builder.Build();
        app.Use(RefuseOtherNamesAsync);
        app.MapOrleansDashboard().DisableHttpMetrics();
        return app;
    }

    // A page from elsewhere that gave its name this machine's address would otherwise be let in by the browser.
    private static Task RefuseOtherNamesAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Host.Host is "127.0.0.1" or "localhost")
        {
            context.Response.Headers.ContentSecurityPolicy =
                "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; frame-ancestors 'none'";
            return next(context);
        }

        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    private static bool IsOfDashboard(ServiceDescriptor service) =>
        service is { IsKeyedService: false, Lifetime: ServiceLifetime.Singleton, ServiceType.IsGenericTypeDefinition: false }
        && service.ServiceType.Assembly == typeof(DashboardOptions).Assembly;

    [LoggerMessage(LogLevel.Information, "The Orleans dashboard is at {Address}")]
    private partial void LogAddress(Uri address);
}
