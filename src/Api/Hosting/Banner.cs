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
        var address = Shown(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        var hasKeys = app.Services.GetRequiredService<ListeningGuard>().HasKeys;
        var curl = hasKeys is true ? "curl --user ID:SECRET" : "curl";
        return $"""

            WuyingOrleans is ready.

              Console         {address}/
              API reference   {address}/docs
              OpenAPI         {address}/openapi/v1.json
              Orleans         {app.Services.GetRequiredService<IOrleansDashboard>().Address?.ToString() ?? "no dashboard in this process"}
              Store           {options.Fleet.Store.Shown}
              Access          {AccessOf(hasKeys)}

            Try next:
              {curl} {address}/api/v1/fleet/summary
              {curl} {address}/api/v1/regions/cn-hangzhou/quotas
              {curl} {address}/api/v1/simulation/clock/advance -H 'Content-Type: application/json' -d '{"{"}"by":"PT6H"{"}"}'

            Ctrl-C stops it; --help explains the options.
            """;
    }

    // What stands for all addresses of the machine is none to go to.
    private static string Shown(string address) =>
        address.Replace("//0.0.0.0:", "//127.0.0.1:", StringComparison.Ordinal).Replace("//[::]:", "//[::1]:", StringComparison.Ordinal);

    private static string AccessOf(bool? hasKeys) => hasKeys switch
    {
        true => "by access key; keys list shows them",
        false => "no access keys: whoever is at this machine is an administrator, nobody else is served; keys create --role administrator makes one",
        null => "by access key; while there are none, whoever is at this machine is an administrator, and nobody else is served",
    };
}
