using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Wuying.WebConsole.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Says on the console what is served where, and what to try next, once it is.</summary>
internal static class Banner
{
    /// <summary>Prints it when the program has started.</summary>
    public static WebApplication SayWhereItIs(this WebApplication app)
    {
        app.Lifetime.ApplicationStarted.Register(() => Console.Out.WriteLine(Text(app)));
        app.Lifetime.ApplicationStopped.Register(() => Console.Out.WriteLine("Stopped; everything is kept."));
        return app;
    }

    private static string Text(WebApplication app)
    {
        var options = app.Services.GetRequiredService<ProgramOptions>();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return $"""

            WuyingOrleans is ready.

              Console         {address}/
              API reference   {address}/docs
              OpenAPI         {address}/openapi/v1.json
              Orleans         {app.Services.GetRequiredService<IOrleansDashboard>().Address?.ToString() ?? "no dashboard in this process"}
              Store           {options.Fleet.Store.Shown}

            Try next:
              curl {address}/api/v1/fleet/summary
              curl {address}/api/v1/regions/cn-hangzhou/quotas
              curl {address}/api/v1/simulation/clock/advance -H 'Content-Type: application/json' -d '{"{"}"by":"PT6H"{"}"}'

            Ctrl-C stops it; --help explains the options.
            """;
    }
}
