using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.TestingHost;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Silo.Hosting;
using Wuying.Storage.Hosting;

namespace Wuying.Harness;

/// <summary>A blank, still world: one silo with all that belongs to it, on a real SQLite file, on a simulated clock that moves only when told to.</summary>
public sealed class TestFleet : IAsyncDisposable
{
    private readonly InProcessTestCluster _cluster;

    private TestFleet(InProcessTestCluster cluster, ShiftedClock systemClock) => (_cluster, SystemClock) = (cluster, systemClock);

    /// <summary>Where calls go out from.</summary>
    public IGrainFactory Grains => _cluster.Client;

    /// <summary>The clock that clients live by. The fleet has its own.</summary>
    public ShiftedClock SystemClock { get; }

    /// <summary>The store's answers.</summary>
    public IFleetQueryGrain Queries => Grains.GetGrain<IFleetQueryGrain>(0);

    /// <summary>A service of the silo.</summary>
    public T Service<T>()
        where T : notnull => _cluster.Silos[0].ServiceProvider.GetRequiredService<T>();

    /// <summary>Starts a world on a store; one that is there goes on where it stood.</summary>
    /// <param name="storePath">The SQLite file.</param>
    /// <param name="startsAt">The instant of a new clock.</param>
    /// <param name="settings">More settings, e.g. <c>Simulation:Seed</c>.</param>
    public static async Task<TestFleet> StartAsync(string storePath, DateTimeOffset startsAt, params (string Key, string Value)[] settings)
    {
        var systemClock = new ShiftedClock();
        var builder = new InProcessTestClusterBuilder(initialSilosCount: 1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureHost(host =>
        {
            host.Logging.SetMinimumLevel(LogLevel.Warning);
            host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Clock:Mode"] = "Simulated",
                ["Clock:Start"] = startsAt.ToString("O", CultureInfo.InvariantCulture),
                ["Clock:Rate"] = "0",
                ["Demo:FleetSize"] = "0",
            });
            host.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        });
        builder.ConfigureSilo((_, silo) =>
        {
            silo.Services.AddSqliteFleetStore(storePath);
            silo.AddWuying();
            silo.Services.AddSingleton<TimeProvider>(systemClock);
        });
        var cluster = builder.Build();
        await cluster.DeployAsync();
        return new TestFleet(cluster, systemClock);
    }

    /// <summary>The instant the world is at.</summary>
    public async Task<DateTimeOffset> NowAsync() => (await Clock.GetClockAsync()).Now;

    /// <summary>Lets time pass until an instant, with all the work that falls due on the way.</summary>
    public Task AdvanceAsync(DateTimeOffset to) => Clock.AdvanceAsync(to);

    /// <summary>A computer's grain.</summary>
    public ICloudComputerGrain Computer(string id) => Grains.Computer(id);

    /// <summary>A computer as it is.</summary>
    public async Task<CloudComputer> FindAsync(string id) =>
        await Computer(id).GetAsync() ?? throw new InvalidOperationException($"There is no {id}.");

    /// <summary>Adds computers, running and at the oldest version unless told otherwise.</summary>
    public Task AddAsync(IEnumerable<CloudComputer> computers) => Grains.AddAsync(computers);

    /// <summary>Publishes a version in a region, quietly or with the automatic push on.</summary>
    /// <returns>It as a target.</returns>
    public async Task<UpdateTarget> PublishAsync(RegionId region, ImageVersion version, bool push = false)
    {
        var grain = Grains.GetGrain<IRegionGrain>(region.Value);
        await grain.ChangeAsync(push, null, "test");
        await grain.PublishAsync(version, 1, A.ReleaseNotes, "test");
        return (await grain.GetAsync())!.TargetOf(version)!;
    }

    /// <summary>Sets a region's daily quota.</summary>
    public Task SetQuotaAsync(RegionId region, int limit) => Grains.GetGrain<IRegionGrain>(region.Value).ChangeAsync(null, limit, "test");

    /// <summary>An image's grain.</summary>
    public ICustomImageGrain Image(string id) => Grains.GetGrain<ICustomImageGrain>(id);

    /// <summary>All events so far, oldest first.</summary>
    public async Task<List<RecordedEvent>> EventsAsync()
    {
        var all = new List<RecordedEvent>();
        while (await Queries.ListEventsAsync(all.Count == 0 ? 0 : all[^1].Sequence, 1_000) is { IsEmpty: false } page)
        {
            all.AddRange(page);
        }

        return all;
    }

    /// <summary>Waits until a long request has ended. Each call waits behind the wave that is being worked off, and works off the next.</summary>
    public async Task<BulkOperation> FinishedAsync(string operationId)
    {
        while (await Queries.FindOperationAsync(operationId) is not { FinishedAt: not null })
        {
            await Grains.GetGrain<IBulkOperationGrain>(operationId).ContinueAsync();
        }

        return (await Queries.FindOperationAsync(operationId))!;
    }

    /// <summary>Ends the silo at once, without letting anything come to its end.</summary>
    public async Task CrashAsync()
    {
        await _cluster.KillSiloAsync(_cluster.Silos[0]);
        await _cluster.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }

    private ISimulationGrain Clock => Grains.GetGrain<ISimulationGrain>(ISimulationGrain.Key);
}
