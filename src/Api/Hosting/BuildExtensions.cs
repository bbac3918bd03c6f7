using Wuying.Api.Access;
using Wuying.Silo.Hosting;
using Wuying.WebConsole.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Puts the program together, for whoever runs it: its own process, or one that measures it.</summary>
internal static class BuildExtensions
{
    /// <summary>Builds all that the program is, but for the words on the console.</summary>
    public static WebApplication BuildWuying(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.AddWuyingCluster(options);
        builder.AddWuyingWeb(options);
        builder.AddWuyingConsole();
        builder.AddWuyingTelemetry();

        var app = builder.Build();
        app.UseWuyingWeb();
        app.MapWuyingWeb();
        app.MapWuyingConsole(RouteAccess.AsksItself);
        app.MapWuyingMetrics();
        return app;
    }
}
