using Wuying.Bench.Hosting;
using Wuying.Bench.Measuring;
using Wuying.Harness;
using Wuying.Silo.Hosting;

namespace Wuying.Bench.Transitions;

/// <summary>The computers' own grains, on the fleet store: each turn is decided by the rules, and writes the row, its query columns and an event.</summary>
internal sealed class FleetGrainsWay : IWay, IAsyncDisposable
{
    private readonly FleetHost _host;
    private readonly ComingAndGoing _turns;

    private FleetGrainsWay(string name, FleetHost host, int computers, int callers)
    {
        (Name, _host) = (name, host);
        var grains = host.Grains;
        _turns = new ComingAndGoing(
            computers, callers, (id, user) => grains.Computer(id).ConnectAsync(user), (id, user) => grains.Computer(id).DisconnectAsync(user));
    }

    public string Name { get; }

    /// <summary>Starts a silo on a new store, with all its computers active.</summary>
    public static async Task<FleetGrainsWay> StartAsync(string name, StoreLocation store, int computers, int callers)
    {
        var host = await FleetHost.StartAsync(store);
        await host.Grains.AddAsync(NumberedComputers.First(computers));
        return new FleetGrainsWay(name, host, computers, callers);
    }

    public Task OnceAsync(int caller) => _turns.NextAsync(caller);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
