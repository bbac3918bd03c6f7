using Orleans.Storage;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;

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

    /// <summary>Removes the recorded requests that have grown old.</summary>
    public abstract Task PurgeAsync();

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
}
