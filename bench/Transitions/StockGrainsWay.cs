using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Orleans.Configuration;
using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Domain.CloudComputers;
using Wuying.Harness.Processes;

namespace Wuying.Bench.Transitions;

/// <summary>Grains of the same shape on Orleans' ADO.NET grain storage as it comes, with the statements of <c>orleans.sql</c>: a connection, a statement and a commit for each state, which is written as JSON.</summary>
internal sealed class StockGrainsWay : IWay, IAsyncDisposable
{
    private readonly IHost _host;
    private readonly string _connection;
    private readonly IGrainFactory _grains;
    private readonly ComingAndGoing _turns;

    private StockGrainsWay(IHost host, string connection, int computers, int callers)
    {
        (_host, _connection, _grains) = (host, connection, host.Services.GetRequiredService<IGrainFactory>());
        _turns = new ComingAndGoing(computers, callers, (id, user) => Computer(id).ConnectAsync(user), (id, user) => Computer(id).DisconnectAsync(user));
    }

    public string Name => "grains on stock storage";

    /// <summary>Starts a silo of its own, with all its computers active.</summary>
    /// <param name="connection">The database, which has the tables of Orleans.</param>
    /// <param name="connections">The largest pool.</param>
    /// <param name="computers">How many computers.</param>
    /// <param name="callers">How many callers share them.</param>
    public static async Task<StockGrainsWay> StartAsync(string connection, int connections, int computers, int callers)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddWarnings();
        var pool = $"{connection};Maximum Pool Size={connections};Timeout=60";

        // Grains of another pool are other grains.
        var cluster = string.Create(CultureInfo.InvariantCulture, $"stock-{connections}");
        builder.UseOrleans(silo => silo
            .UseLocalhostClustering(siloPort: FreePorts.Next(), gatewayPort: 0, serviceId: cluster, clusterId: cluster)
            .Configure<EndpointOptions>(endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback)
            .AddAdoNetGrainStorage(StockComputerGrain.Storage, (AdoNetGrainStorageOptions options) =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", pool)));
        var host = builder.Build();
        await host.StartAsync();
        var way = new StockGrainsWay(host, pool, computers, callers);
        CloudComputer[] all = [.. NumberedComputers.First(computers)];
        await ClosedLoop.DoAllAsync(callers, computers, number => way.Computer(all[number].Id.Value).RegisterAsync(all[number]));
        return way;
    }

    public Task OnceAsync(int caller) => _turns.NextAsync(caller);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();

        // The provider leaves its pool to the process, and the server takes only so many connections.
        await using var connection = new NpgsqlConnection(_connection);
        NpgsqlConnection.ClearPool(connection);
    }

    private IStockComputerGrain Computer(string id) => _grains.GetGrain<IStockComputerGrain>(id);
}
