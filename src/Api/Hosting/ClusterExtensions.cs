using Wuying.Contracts.Fleet;
using Wuying.Silo.Hosting;
using Wuying.WebConsole.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Connects the Api to the grains. The one place where hosting plugs in.</summary>
internal static class ClusterExtensions
{
    /// <summary>Puts the silo into this process, or makes it a client of others; either way there is an <see cref="IGrainFactory"/>, and nothing else is needed.</summary>
    public static WebApplicationBuilder AddWuyingCluster(this WebApplicationBuilder builder, ProgramOptions options)
    {
        builder.Services.AddSingleton<ListeningGuard>();
        if (options.Silo is SiloMode.Cluster)
        {
            builder.AddWuyingClusterClient(options.Fleet.Store.Value, options.Cluster);
            builder.Services.AddListeningGuard();
        }
        else
        {
            // Before the silo, which would begin to work for a program that then refuses to start; the store is open by then.
            builder.Services.AddListeningGuard();
            // Beside the Api, whatever else runs on this machine; --Dashboard:Port chooses one, or none.
            builder.Configuration.AddInMemoryCollection([new($"{DashboardServerOptions.SectionName}:{nameof(DashboardServerOptions.OnFreePort)}", "true")]);
            builder.AddWuyingSilo(options.Fleet, options.Cluster);
        }

        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<IOrleansDashboard, OrleansDashboard>();
        builder.Services.AddSingleton<Cluster>();
        builder.Services.AddSingleton<FleetGrains>(services => services.GetRequiredService<Cluster>());
        return builder;
    }

    private static void AddListeningGuard(this IServiceCollection services) =>
        services.AddHostedService(provider => provider.GetRequiredService<ListeningGuard>());
}
