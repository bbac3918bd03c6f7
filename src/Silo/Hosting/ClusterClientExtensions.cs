using Npgsql;
using Orleans.Configuration;
using Wuying.Silo.Programs;

namespace Wuying.Silo.Hosting;

/// <summary>Makes a process a client of the cluster that is kept in a database. It needs of that database only the list of gateways.</summary>
public static class ClusterClientExtensions
{
    private const int ConnectionsMax = 2;
    private const int KeepAliveSeconds = 15;
    private const int AnswerSecondsMax = 10;

    // A silo that has come back is used again this soon.
    private static readonly TimeSpan GatewayListRefreshPeriod = TimeSpan.FromSeconds(5);

    /// <summary>Adds the client. The program starts without waiting for it: <see cref="ClusterConnection"/> says when it is there.</summary>
    public static IHostApplicationBuilder AddWuyingClusterClient(this IHostApplicationBuilder builder, string connectionString, ClusterSettings cluster)
    {
        var services = builder.Services;
        services.AddSingleton(_ => NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString)
        {
            MaxPoolSize = ConnectionsMax,
            KeepAlive = KeepAliveSeconds,
            Timeout = AnswerSecondsMax,
            CommandTimeout = AnswerSecondsMax,
        }));
        var others = services.Where(IsHosted).ToHashSet();
        builder.UseOrleansClient(client => client
            .Configure<ClusterOptions>(options => (options.ClusterId, options.ServiceId) = (cluster.Id, cluster.ServiceId))
            .Configure<GatewayOptions>(options => options.GatewayListRefreshPeriod = GatewayListRefreshPeriod)
            .UseConnectionRetryFilter<PatientConnecting>()
            .UseAdoNetClustering(clustering => clustering.Configure<NpgsqlDataSource>(
                static (options, source) => (options.Invariant, options.DataSource) = (OrleansDatabase.Invariant, source))));

        // Orleans would keep the program from starting until a silo is there.
        foreach (var service in services.Where(service => IsHosted(service) && !others.Contains(service)).ToArray())
        {
            services.Remove(service);
        }

        services.SendDatabaseExceptions().AddSingleton<ClusterConnection>();
        services.AddHostedService(static provider => provider.GetRequiredService<ClusterConnection>());
        return builder;
    }

    private static bool IsHosted(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService);
}
