using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;

namespace Wuying.Storage.Tests;

/// <summary>A store as a host would have it.</summary>
public abstract class HostedHarness : StoreHarness
{
    private readonly ConcurrentQueue<int> _batchSizes = new();
    private readonly ConcurrentQueue<Hold> _holds = new();
    private readonly MeterListener _listener = new();
    private ServiceProvider? _services;
    private int _holdsCount;

    public override IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>(FleetStorage.Name);

    public override IFleetQueries Queries => Services.GetRequiredService<IFleetQueries>();

    public override IDueWork DueWork => Services.GetRequiredService<IDueWork>();

    public override IBulkOperationStore Operations => Services.GetRequiredService<IBulkOperationStore>();

    public override IClockStore Clock => Services.GetRequiredService<IClockStore>();

    public override IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    public override IReadOnlyCollection<int> BatchSizes => _batchSizes;

    public ServiceProvider Services => _services ?? throw new InvalidOperationException("The harness is not set up.");

    /// <summary>How many write at the same time.</summary>
    protected abstract int Writers { get; }

    public override async ValueTask InitializeAsync() => await OpenAsync();

    public override async Task ReopenAsync()
    {
        await Services.DisposeAsync();
        await OpenAsync();
    }

    // Each writer is given something to write that nobody looks at, and held while it reports the batch.
    public override async Task<IDisposable> HoldWritersAsync()
    {
        var hold = new Hold();
        for (var writer = 0; writer < Writers; writer++)
        {
            _holds.Enqueue(hold);
            var held = hold.NextAsync();
            _ = WriteAsync("held-up", $"{_holdsCount++}", Sample.StateOf(new Contracts.Requests.RecordedAnswer(200, null, null, [])));
            await held;
        }

        return hold;
    }

    public override void CloseArrivals() => Services.GetRequiredService<EventArrivals>().Close();

    public override async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>What every store needs of its host.</summary>
    protected static IServiceCollection ServicesWith(TimeProvider clock) => new ServiceCollection().AddSingleton(clock).AddLogging().AddSerializer();

    /// <summary>The services of a store that is not open yet.</summary>
    protected abstract ServiceProvider MakeServices();

    private async Task OpenAsync()
    {
        _services = MakeServices();
        await Services.GetRequiredService<IFleetStore>().OpenAsync();
        Listen(Services.GetRequiredService<IMeterFactory>().Create(FleetStoreInstruments.MeterName));
    }

    private void Listen(Meter meter)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter) && instrument.Name == "wuying.store.batch.size")
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<int>((_, size, _, _) =>
        {
            _batchSizes.Enqueue(size);
            if (_holds.TryDequeue(out var hold))
            {
                hold.Wait();
            }
        });
        _listener.Start();
    }

    private sealed class Hold : IDisposable
    {
        private readonly ManualResetEventSlim _opened = new();
        private TaskCompletionSource _held = new();

        public Task NextAsync()
        {
            _held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _held.Task;
        }

        public void Wait()
        {
            _held.SetResult();
            _opened.Wait();
        }

        public void Dispose() => _opened.Set();
    }
}
