// Writes computers to the store at the path given, many at once and without end, and says which writes were acknowledged:
// a line "id version;" each. It is meant to be killed; the semicolon tells a whole line from one that was cut off.
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;
using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.Storage.Hosting;
using Wuying.Storage.Sqlite;

const int Writers = 64;

#pragma warning disable RS0030 // A program of its own: it chooses its clock.
var clock = TimeProvider.System;
#pragma warning restore RS0030
await using var services = new ServiceCollection()
    .AddSingleton(clock).AddLogging().AddSerializer().AddSqliteFleetStore(args[0]).BuildServiceProvider();
await services.GetRequiredService<SqliteFleetStore>().OpenAsync();
var storage = services.GetRequiredKeyedService<IGrainStorage>(FleetStorage.Name);
await using var acknowledgements = new StreamWriter(Console.OpenStandardOutput()) { AutoFlush = true };
await Task.WhenAll(Enumerable.Range(0, Writers).Select(WriteWithoutEndAsync));

async Task WriteWithoutEndAsync(int number)
{
    var id = $"ecd-crash-{number}";
    var grain = GrainId.Create(GrainTypes.CloudComputer, id);
    var state = new GrainState<Stored<CloudComputer>>(new());
    await storage.ReadStateAsync("state", grain, state);
    for (var count = long.Parse(state.ETag ?? "0") + 1; ; count++)
    {
        var envelope = state.State!;
        envelope.Current = Computer(id, count);
        envelope.NewEvents = [Change(id, count)];
        envelope.NewUpdates = [Update(id, count)];
        await storage.WriteStateAsync("state", grain, state);
        Acknowledge(id, state.ETag);
    }
}

void Acknowledge(string id, string? version)
{
    lock (acknowledgements)
    {
        acknowledgements.Write($"{id} {version};\n");
    }
}

static CloudComputer Computer(string id, long count) => new()
{
    Id = new(id),
    Name = $"{count}",
    RegionId = new("cn-hangzhou"),
    OfficeNetworkId = "dir-1",
    ImageId = new("m-1"),
    ImageType = ImageType.Custom,
    CurrentVersion = new("2.0.0-R-20230901.101500"),
    Status = CloudComputerStatus.Running,
};

static FleetEvent Change(string id, long count) => new()
{
    At = DateTimeOffset.UnixEpoch.AddSeconds(count),
    RegionId = "cn-hangzhou",
    Subject = "computer",
    SubjectId = id,
    Kind = $"{count}",
    RequestedBy = "crash",
    Data = "{}",
};

static UpdateRow Update(string id, long count) => new()
{
    UpdateId = new($"{id}-u{count}"),
    ComputerId = new(id),
    RegionId = new("cn-hangzhou"),
    Date = new(2023, 10, 26),
    Version = new("2.1.0-R-20231020.101500"),
    FromVersion = new("2.0.0-R-20230901.101500"),
    Method = UpdateMethod.Scheduled,
    State = UpdateRowState.Scheduled,
    RequestedBy = "crash",
    RequestedAt = DateTimeOffset.UnixEpoch,
};
