using System.Globalization;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Connects the Api to the grains. The one place where hosting plugs in.</summary>
internal static class ClusterExtensions
{
    /// <summary>Puts the silo into this process; it gives the Api its <see cref="IGrainFactory"/>.</summary>
    public static WebApplicationBuilder AddWuyingCluster(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.Configuration.AddInMemoryCollection(SettingsOf(options));
        builder.AddWuyingSilo();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<Cluster>();
        return builder;
    }

    // The program's option names are fixed by the REST contract; behind them stand sections that each part owns.
    private static Dictionary<string, string?> SettingsOf(ProgramOptions options) => new()
    {
        [StoreLocation.ConfigurationKey] = $"{options.Store.Kind.ToString().ToLowerInvariant()}:{options.Store.Value}",
        ["Clock:Mode"] = options.Clock.ToString(),
        ["Clock:Start"] = options.ClockStart?.ToString("O", CultureInfo.InvariantCulture),
        ["Clock:Rate"] = options.Rate.ToString(CultureInfo.InvariantCulture),
        ["Demo:FleetSize"] = options.DemoFleet.ToString(CultureInfo.InvariantCulture),
        ["Simulation:Seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
    };
}
