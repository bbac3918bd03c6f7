using System.Net;
using System.Net.Sockets;
using Orleans.Configuration;
using Wuying.Grains.Hosting;
using Wuying.Simulation.Clock;
using Wuying.Simulation.Hosting;
using Wuying.Storage.Hosting;

namespace Wuying.Silo.Hosting;

/// <summary>Puts a silo together: grains, store, clock, machines, users.</summary>
public static class SiloExtensions
{
    // A tick works off a whole shard before it answers; thirty seconds would be short for a large one.
    private static readonly TimeSpan TickDurationMax = TimeSpan.FromMinutes(5);

    /// <summary>Adds a silo that is a cluster of its own, with the store that the configuration names. It talks to nobody outside this process.</summary>
    /// <exception cref="FormatException">The store's address is not understood.</exception>
    public static IHostApplicationBuilder AddWuyingSilo(this IHostApplicationBuilder builder)
    {
        builder.Services.AddFleetStore(builder.Configuration[StoreLocation.ConfigurationKey] ?? StoreLocation.Default);
        return builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddWuying());
    }

    /// <summary>Adds what every silo of this service has, wherever it runs; the store and the cluster are chosen besides.</summary>
    public static ISiloBuilder AddWuying(this ISiloBuilder silo)
    {
        silo.Services.AddWuyingGrains().AddSimulatedMachines().AddSimulationClock();
        return silo
            .AddReminders()
            .AddActivityPropagation()
            .AddWuyingDashboard()
            .AddClockInstruments()
            .Configure<SiloMessagingOptions>(messaging => messaging.ResponseTimeout = TickDurationMax)
            .AddStorePreparation()
            .AddWakeUpAtStart()
            .AddSimulatedUsers();
    }

    private static void AddFleetStore(this IServiceCollection services, string location) => _ = StoreLocation.Parse(location) switch
    {
        { Kind: StoreKind.Sqlite } store => services.AddSqliteFleetStore(Path.GetFullPath(store.Value)),
        { Kind: var kind } => throw new FormatException($"A silo of its own keeps its fleet in SQLite, not in {kind}."),
        null => throw new FormatException($"'{location}' is no store; write sqlite:PATH, for example {StoreLocation.Default}."),
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
