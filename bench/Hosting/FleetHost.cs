using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Wuying.Silo.Hosting;
using Wuying.Silo.Programs;
using Wuying.Simulation.Clock;

namespace Wuying.Bench.Hosting;

/// <summary>The silo of the programs in this process, without the web, on a store of its own; its clock stands still.</summary>
internal sealed class FleetHost : IAsyncDisposable
{
    private const string Cluster = "bench";

    private readonly IHost _host;

    private FleetHost(IHost host) => _host = host;

    /// <summary>Calls as the Api makes them when the silo is in its process.</summary>
    public IGrainFactory Grains => _host.Services.GetRequiredService<IGrainFactory>();

    /// <summary>Starts it.</summary>
    public static async Task<FleetHost> StartAsync(StoreLocation store)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddWarnings();
        builder.AddWuyingSilo(
            new FleetOptions { Store = store, Clock = ClockMode.Simulated, Rate = 0, DemoFleet = 0, Seed = 1 },
            new ClusterSettings { Address = IPAddress.Loopback, SiloPort = 0, GatewayPort = 0, Id = Cluster, ServiceId = Cluster });
        var host = builder.Build();
        await host.StartAsync();
        return new FleetHost(host);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
