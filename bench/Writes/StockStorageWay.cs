using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Storage;
using Wuying.Bench.Measuring;
using Wuying.Contracts;
using Wuying.Domain.CloudComputers;

namespace Wuying.Bench.Writes;

/// <summary>Orleans' own ADO.NET grain storage as it comes: a connection of the pool, a statement and a commit for each state, which is written as JSON. The statements are those of <c>orleans.sql</c>.</summary>
internal sealed class StockStorageWay : IWay, IAsyncDisposable
{
    private const string Provider = "stock";

    private readonly IHost _host;
    private readonly IGrainStorage _storage;
    private readonly GrainState<CloudComputer>[] _states;

    private StockStorageWay(IHost host, int computers)
    {
        _host = host;
        _storage = host.Services.GetRequiredKeyedService<IGrainStorage>(Provider);
        _states = [.. Enumerable.Range(0, computers).Select(computer => new GrainState<CloudComputer>(FleetStoreWay.Computer(computer, times: 0)))];
    }

    public string Name => "stock ADO.NET grain storage: row alone";

    /// <summary>Starts the storage without a silo around it.</summary>
    public static async Task<StockStorageWay> OpenAsync(string connection, int computers, int connections)
    {
        var host = new HostBuilder().UseOrleans((_, silo) => silo
            .UseLocalhostClustering()
            .AddAdoNetGrainStorage(Provider, (AdoNetGrainStorageOptions options) =>
                (options.Invariant, options.ConnectionString) = ("Npgsql", $"{connection};Maximum Pool Size={connections};Timeout=60"))).Build();
        var way = new StockStorageWay(host, computers);
        var stages = new Stages();
        ((ILifecycleParticipant<ISiloLifecycle>)way._storage).Participate(stages);
        await stages.StartAsync();
        return way;
    }

    public Task OnceAsync(int caller)
    {
        var state = _states[caller];
        state.State = FleetStoreWay.Computer(caller, state.State!.NextNumber);
        return _storage.WriteStateAsync("state", GrainId.Create(GrainTypes.CloudComputer, state.State.Id.Value), state);
    }

    public ValueTask DisposeAsync()
    {
        _host.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>What takes part in a silo's life, started without one.</summary>
    private sealed class Stages : ISiloLifecycle
    {
        private readonly List<ILifecycleObserver> _observers = [];

        public int HighestCompletedStage => 0;

        public int LowestStoppedStage => 0;

        public IDisposable Subscribe(string observerName, int stage, ILifecycleObserver observer)
        {
            _observers.Add(observer);
            return new MemoryStream();
        }

        public async Task StartAsync()
        {
            foreach (var observer in _observers)
            {
                await observer.OnStart();
            }
        }
    }
}
