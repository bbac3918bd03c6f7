using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Serialization;
using Orleans.Storage;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Tests.Sqlite;

/// <summary>A store in a file of its own, in a directory that goes away with it.</summary>
public sealed class SqliteHarness : StoreHarness
{
    private readonly ConcurrentQueue<int> _batchSizes = new();
    private readonly MeterListener _listener = new();
    private ServiceProvider? _services;

    public SqliteHarness()
        : this(Directory.CreateTempSubdirectory("wuying-store-").FullName)
    {
    }

    private SqliteHarness(string folder)
    {
        Folder = folder;
        File = Path.Combine(folder, "fleet.db");
    }

    public string Folder { get; }

    public string File { get; }

    public override IGrainStorage Storage => Services.GetRequiredKeyedService<IGrainStorage>(FleetStorage.Name);

    public override IFleetQueries Queries => Services.GetRequiredService<IFleetQueries>();

    public override IDueWork DueWork => Services.GetRequiredService<IDueWork>();

    public override IBulkOperationStore Operations => Services.GetRequiredService<IBulkOperationStore>();

    public override IClockStore Clock => Services.GetRequiredService<IClockStore>();

    public override IReminderTable Reminders => Services.GetRequiredService<IReminderTable>();

    public override IReadOnlyCollection<int> BatchSizes => _batchSizes;

    public ServiceProvider Services => _services ?? throw new InvalidOperationException("The harness is not set up.");

    internal SqliteFleetStore Store => Services.GetRequiredService<SqliteFleetStore>();

    /// <summary>The services of a store at a path, not opened yet.</summary>
    public static ServiceProvider ServicesAt(string path, TimeProvider clock) => new ServiceCollection()
        .AddSingleton(clock)
        .AddLogging()
        .AddSerializer()
        .AddSqliteFleetStore(path)
        .BuildServiceProvider();

    public override async ValueTask InitializeAsync()
    {
        _services = ServicesAt(File, SystemClock);
        await Store.OpenAsync();
        Listen(Services.GetRequiredService<IMeterFactory>().Create(FleetStoreInstruments.MeterName));
    }

    public override async Task ReopenAsync()
    {
        await Services.DisposeAsync();
        await InitializeAsync();
    }

    public override async Task<IDisposable> HoldWritersAsync()
    {
        var held = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new Gate();
        _ = Store.WorkAsync("gate", _ =>
        {
            held.SetResult();
            return gate.Wait();
        });
        await held.Task;
        return gate;
    }

    public override Task PurgeAsync() => Services.GetRequiredService<SqliteRecordedRequests>().PurgeAsync();

    public override Task PurgeEventsAsync(int retentionDays) =>
        new SqliteEventRetention(Store, Options.Create(new EventRetentionOptions { RetentionDays = retentionDays })).PurgeAsync(CancellationToken.None);

    public override void CloseArrivals() => Services.GetRequiredService<EventArrivals>().Close();

    public override async ValueTask DisposeAsync()
    {
        _listener.Dispose();
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        Directory.Delete(Folder, recursive: true);
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
        _listener.SetMeasurementEventCallback<int>((_, size, _, _) => _batchSizes.Enqueue(size));
        _listener.Start();
    }

    private sealed class Gate : IDisposable
    {
        private readonly ManualResetEventSlim _opened = new();

        public bool Wait()
        {
            _opened.Wait();
            return true;
        }

        public void Dispose() => _opened.Set();
    }
}
