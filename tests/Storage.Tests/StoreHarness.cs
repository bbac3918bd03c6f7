using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Tests;

/// <summary>An open store for one test. One for each database; the suite is written against this.</summary>
public abstract class StoreHarness : IAsyncLifetime
{
    public abstract IGrainStorage Storage { get; }

    public abstract IFleetQueries Queries { get; }

    public abstract IDueWork DueWork { get; }

    public abstract IBulkOperationStore Operations { get; }

    public abstract IClockStore Clock { get; }

    public abstract IReminderTable Reminders { get; }

    /// <summary>The system's clock of the store.</summary>
    public SteppedClock SystemClock { get; } = new();

    /// <summary>The sizes of the batches committed so far.</summary>
    public abstract IReadOnlyCollection<int> BatchSizes { get; }

    /// <summary>Ends the process, as far as the store can tell, and starts it again.</summary>
    public abstract Task ReopenAsync();

    /// <summary>Holds up all writers until the result is disposed of, so that what is written meanwhile waits together.</summary>
    public abstract Task<IDisposable> HoldWritersAsync();

    /// <summary>Removes the recorded requests and nonces that have grown old.</summary>
    public abstract Task PurgeAsync();

    /// <summary>Removes the events that are so much older than the youngest one.</summary>
    public abstract Task PurgeEventsAsync(int retentionDays);

    /// <summary>Lets nobody wait for events any more, as a host that stops does.</summary>
    public abstract void CloseArrivals();

    public abstract ValueTask InitializeAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>Reads a state as a new activation would.</summary>
    public async Task<GrainState<TState>> ReadAsync<TState>(string type, string key, string name = "state")
        where TState : new()
    {
        var state = new GrainState<TState>(new TState());
        await Storage.ReadStateAsync(name, GrainId.Create(type, key), state);
        return state;
    }

    /// <summary>Writes a state as an activation would.</summary>
    public Task WriteAsync<TState>(string type, string key, GrainState<TState> state, string name = "state") =>
        Storage.WriteStateAsync(name, GrainId.Create(type, key), state);

    /// <summary>Writes a computer over whatever is there.</summary>
    public async Task PutAsync(CloudComputer computer, params UpdateRow[] updates)
    {
        var state = await ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, computer.Id.Value);
        state.State!.Current = computer;
        state.State.NewUpdates = [.. updates];
        await WriteAsync(GrainTypes.CloudComputer, computer.Id.Value, state);
    }

    /// <summary>Writes computers, all at once.</summary>
    public Task PutAsync(IEnumerable<CloudComputer> computers) => Task.WhenAll(computers.Select(computer => PutAsync(computer)));

    /// <summary>Writes a computer over whatever is there, with events of its own.</summary>
    public async Task RecordAsync(string computerId, params FleetEvent[] events)
    {
        var state = await ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, computerId);
        state.State!.Current = Sample.Computer(computerId);
        state.State.NewEvents = [.. events];
        await WriteAsync(GrainTypes.CloudComputer, computerId, state);
    }

    /// <summary>Writes an image over whatever is there.</summary>
    public async Task PutAsync(CustomImage image)
    {
        var state = await ReadAsync<Stored<CustomImage>>(GrainTypes.CustomImage, image.Id.Value);
        state.State!.Current = image;
        await WriteAsync(GrainTypes.CustomImage, image.Id.Value, state);
    }

    /// <summary>Changes a day's quota as its grain would.</summary>
    public async Task ChangeQuotaAsync(RegionId region, DateOnly day, int limit, UpdateId[] granted, UpdateId[] released)
    {
        var key = new DailyQuotaKey(region, day).ToString();
        var state = await ReadAsync<StoredQuota>(GrainTypes.DailyQuota, key);
        var ledger = (state.State!.Current ?? new(limit, [])).WithLimit(limit);
        ledger = released.Aggregate(ledger, (old, id) => old.Release(id));
        state.State.Current = granted.Aggregate(ledger, (old, id) => old.Reserve(id));
        (state.State.Granted, state.State.Released) = ([.. granted], [.. released]);
        await WriteAsync(GrainTypes.DailyQuota, key, state);
    }
}
