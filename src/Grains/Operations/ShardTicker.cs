using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Grains.Fleet;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Operations;

/// <summary>What every tick does: ask the store whose turn it is, ask the machines how far they are, and call just those computers for which something changes. It does not matter which tick it is.</summary>
internal sealed partial class ShardTicker(
    IGrainFactory grains, IDueWork dueWork, IMachines machines, IOptions<UpdateOptions> options, ILogger<ShardTicker> logger)
{
    /// <summary>Brings a shard's computers up to an instant.</summary>
    /// <param name="region">The region.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="window">The day whose window ticks; null for the work outside windows.</param>
    /// <param name="now">The instant.</param>
    /// <param name="isConnectionCheck">Also look at waiting updates whose obstacle has changed (R20).</param>
    public async Task TickComputersAsync(RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool isConnectionCheck)
    {
        var due = await dueWork.ListDueComputersAsync(region, shard, window, now, isConnectionCheck);
        var reports = await PollAsync([.. due.Where(each => each.IsOperationDue).Select(each => each.Computer)]);
        var calls = due
            .Select(each => (each.Computer.Id, Report: reports.GetValueOrDefault(each.Computer.Id), each))
            .Where(call => !call.each.IsOperationDue || call.each.IsUpdateDue || Concerns(call.each.Computer, call.Report, now));
        var failures = await Waves.RunAsync(
            calls, options.Value.WaveSize, call => grains.GetGrain<ICloudComputerGrain>(call.Id.Value).ReconcileAsync(call.Report));
        foreach (var (call, error) in failures)
        {
            LogNotReconciled(call.Id, error);
        }
    }

    /// <summary>Brings a shard's images up to an instant.</summary>
    public async Task TickImagesAsync(RegionId region, int shard, DateTimeOffset now)
    {
        var due = await dueWork.ListDueImagesAsync(region, shard, now);
        if (due.IsEmpty)
        {
            return;
        }

        var reports = await machines.PollAsync(
            [.. due.Select(image => new MachineOperationRef(image.Id.Value, image.Update!.OperationId, null, image.Update.StartedAt))],
            CancellationToken.None);
        await Waves.RunAsync(
            due.Zip(reports), options.Value.WaveSize, each => grains.GetGrain<ICustomImageGrain>(each.First.Id.Value).ReconcileAsync(each.Second));
    }

    private static bool Concerns(CloudComputer computer, MachineReport? report, DateTimeOffset now) =>
        report?.State is not MachineReportState.Running || now >= computer.Operation?.DeadlineAt;

    private async Task<Dictionary<CloudComputerId, MachineReport>> PollAsync(ImmutableArray<CloudComputer> busy)
    {
        if (busy.IsEmpty)
        {
            return [];
        }

        var reports = await machines.PollAsync(
            [.. busy.Select(computer => new MachineOperationRef(
                computer.Id.Value, computer.Operation!.Id, computer.Operation.Kind, computer.Operation.StartedAt))],
            CancellationToken.None);
        return busy.Zip(reports).ToDictionary(pair => pair.First.Id, pair => pair.Second);
    }

    [LoggerMessage(LogLevel.Warning, "{ComputerId} could not be brought up to now; the next tick tries again")]
    private partial void LogNotReconciled(CloudComputerId computerId, Exception error);
}
