using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Serialization;
using Orleans.Storage;
using Wuying.Bench.Measuring;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.Storage.Hosting;

namespace Wuying.Bench.Writes;

/// <summary>The fleet store, with what a transition of a computer carries: its row, one event, one row of the table of updates.</summary>
internal sealed class FleetStoreWay : IWay, IAsyncDisposable
{
    private static readonly DateTimeOffset Start = new(2023, 10, 25, 16, 0, 0, TimeSpan.Zero);

    private readonly ServiceProvider _services;
    private readonly IGrainStorage _storage;
    private readonly GrainState<Stored<CloudComputer>>[] _states;

    private FleetStoreWay(ServiceProvider services, int computers)
    {
        _services = services;
        _storage = services.GetRequiredKeyedService<IGrainStorage>(FleetStorage.Name);
        _states = [.. Enumerable.Range(0, computers).Select(_ => new GrainState<Stored<CloudComputer>>(new()))];
    }

    public string Name => "fleet store on PostgreSQL: row, event, update";

    /// <summary>Opens the store.</summary>
    public static async Task<FleetStoreWay> OpenAsync(string connection, int computers)
    {
        var services = new ServiceCollection()
            .AddSingleton(SystemClock.Instance)
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().Build())
            .AddLogging()
            .AddSerializer()
            .AddPostgresFleetStore(connection)
            .BuildServiceProvider();
        foreach (var service in services.GetServices<IHostedService>().OfType<IHostedLifecycleService>())
        {
            await service.StartingAsync(CancellationToken.None);
        }

        return new FleetStoreWay(services, computers);
    }

    // A life of four transitions, over and over: scheduled, running, done, and nothing pending.
    public Task OnceAsync(int caller)
    {
        var state = _states[caller];
        var stored = state.State!;
        var times = stored.Current?.NextNumber ?? 0;
        stored.Current = Computer(caller, times);
        var id = stored.Current.Id.Value;
        var update = UpdateOf(id, times);
        stored.NewEvents = [Change(id, times)];
        stored.NewUpdates = [Row(id, update, times)];
        return _storage.WriteStateAsync("state", GrainId.Create(GrainTypes.CloudComputer, id), state);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>A computer as it is written for the so-many-th time.</summary>
    public static CloudComputer Computer(int number, int times) => Computer($"ecd-{number:000000}", times);

    private static UpdateId UpdateOf(string id, int times) => new($"{id}-u{times / 4}");

    private static CloudComputer Computer(string id, int times) => new()
    {
        Id = new(id),
        Name = $"Desk of {id}",
        RegionId = new("cn-hangzhou"),
        OfficeNetworkId = "cn-hangzhou+dir-1",
        ImageId = new("m-1"),
        ImageType = ImageType.Custom,
        CurrentVersion = new("2.0.0-R-20230901.101500"),
        Status = times % 4 == 1 ? CloudComputerStatus.Updating : CloudComputerStatus.Running,
        AssignedUserIds = [new($"user-{id}")],
        NextNumber = times + 1,
        PendingUpdate = times % 4 > 1 ? null : new PendingUpdate
        {
            UpdateId = UpdateOf(id, times),
            Version = new("2.1.0-R-20231020.101500"),
            Method = UpdateMethod.Scheduled,
            Date = new(2023, 10, 26),
            Window = new(Start, Start.AddHours(5)),
            SnapshotLeadHours = 3,
            Snapshot = UpdateSnapshot.Ready,
            State = times % 4 == 0 ? PendingUpdateState.Scheduled : PendingUpdateState.Running,
            RequestedBy = "ops",
            RequestedAt = Start.AddHours(-12),
        },
    };

    private static FleetEvent Change(string id, int times) => new()
    {
        At = Start.AddSeconds(times),
        RegionId = "cn-hangzhou",
        Subject = "computer",
        SubjectId = id,
        Kind = "updateStarted",
        RequestedBy = "ops",
        Data = """{"version":"2.1.0-R-20231020.101500"}""",
        Before = """{"status":"running"}""",
        After = """{"status":"updating"}""",
    };

    private static UpdateRow Row(string id, UpdateId update, int times) => new()
    {
        UpdateId = update,
        ComputerId = new(id),
        RegionId = new("cn-hangzhou"),
        Date = new(2023, 10, 26),
        Version = new("2.1.0-R-20231020.101500"),
        FromVersion = new("2.0.0-R-20230901.101500"),
        Method = UpdateMethod.Scheduled,
        State = (times % 4) switch { 0 => UpdateRowState.Scheduled, 1 => UpdateRowState.Running, _ => UpdateRowState.Succeeded },
        RequestedBy = "ops",
        RequestedAt = Start.AddHours(-12),
    };
}
