using System.Net;
using System.Net.Sockets;
using Npgsql;
using Orleans.Configuration;
using Wuying.Grains.Hosting;
using Wuying.Silo.Programs;
using Wuying.Simulation.Clock;
using Wuying.Simulation.Hosting;
using Wuying.Storage.Hosting;

namespace Wuying.Silo.Hosting;

/// <summary>Puts a silo together: grains, store, clock, machines, users.</summary>
public static class SiloExtensions
{
    // A tick works off a whole shard before it answers; thirty seconds would be short for a large one.
    private static readonly TimeSpan TickDurationMax = TimeSpan.FromMinutes(5);

    /// <summary>Adds a silo: on SQLite a cluster of its own, which talks to nobody outside this process; on PostgreSQL a member of the cluster that is kept there.</summary>
    public static IHostApplicationBuilder AddWuyingSilo(this IHostApplicationBuilder builder, FleetOptions fleet, ClusterSettings cluster)
    {
        builder.Configuration.AddInMemoryCollection(fleet.ToSettings());
        return fleet.Store.Kind is StoreKind.Postgres
            ? builder.AddMember(fleet.Store.Value, cluster)
            : builder.AddLoneSilo(Path.GetFullPath(fleet.Store.Value));
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

    private static IHostApplicationBuilder AddLoneSilo(this IHostApplicationBuilder builder, string path)
    {
        builder.Services.AddSqliteFleetStore(path);
        return builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePort(), gatewayPort: 0)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddWuying());
    }

    private static IHostApplicationBuilder AddMember(this IHostApplicationBuilder builder, string connectionString, ClusterSettings cluster)
    {
        builder.Services.AddPostgresFleetStore(connectionString);
        return builder.UseOrleans(silo =>
        {
            silo.Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId))
                .Configure<EndpointOptions>(endpoint => Listen(endpoint, cluster))
                .Configure<ClusterMembershipOptions>(MembershipTuning.Apply)
                .UseAdoNetClustering(clustering => clustering.Configure<NpgsqlDataSource>(
                    static (options, source) => (options.Invariant, options.DataSource) = (OrleansDatabase.Invariant, source)))
                .UseAdoNetReminderService(reminders => reminders.Configure<NpgsqlDataSource>(
                    static (options, source) => (options.Invariant, options.DataSource) = (OrleansDatabase.Invariant, source)))
                .AddWuying();
            silo.Services.SendDatabaseExceptions().ShareSimulationClock();
        });
    }

    // Only where it is told to: the ports know no passwords.
    private static void Listen(EndpointOptions endpoint, ClusterSettings cluster)
    {
        endpoint.AdvertisedIPAddress = cluster.Address;
        endpoint.SiloPort = cluster.SiloPort == 0 ? FreePort() : cluster.SiloPort;
        endpoint.GatewayPort = cluster.GatewayPort == 0 ? FreePort() : cluster.GatewayPort;
        endpoint.SiloListeningEndpoint = new IPEndPoint(cluster.Address, endpoint.SiloPort);
        endpoint.GatewayListeningEndpoint = new IPEndPoint(cluster.Address, endpoint.GatewayPort);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
