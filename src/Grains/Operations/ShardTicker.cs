using System.Collections.Immutable;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Grains.Fleet;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Operations;

/// <summary>What every tick does: ask the store whose turn it is, ask the machines how far they are, and call just those computers for which something changes. It does not matter which tick it is.</summary>
internal sealed partial class ShardTicker(
    IGrainFactory grains, IDueWork dueWork, IMachines machines, Waves waves, IOptions<UpdateOptions> options, ILogger<ShardTicker> logger)
{
    /// <summary>Brings a shard's computers, and outside windows its images, up to an instant.</summary>
    /// <param name="region">The region.</param>
    /// <param name="shard">The shard.</param>
    /// <param name="window">The day whose window ticks; null for the work outside windows.</param>
    /// <param name="now">The instant.</param>
    /// <param name="isConnectionCheck">Also look at waiting updates whose obstacle has changed (R20, R9).</param>
    /// <returns>The work that there was, due or not.</returns>
    public async Task<DueWork> TickAsync(RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool isConnectionCheck)
    {
        using var activity = FleetActivities.BeginTick(region.Value, shard, window);
        var due = await dueWork.FindDueAsync(region, shard, window, now, isConnectionCheck);
        await TickComputersAsync(due.Computers, now);
        await TickImagesAsync(due.Images);
        return due;
    }

    private async Task TickComputersAsync(ImmutableArray<DueComputer> due, DateTimeOffset now)
    {
        var reports = await AskMachinesAsync([.. due.Select(each => each.Operation).OfType<MachineOperationRef>()]);
        var calls = due
            .Select(each => (each.Id, Report: each.Operation is { } operation ? reports.GetValueOrDefault(operation.OperationId) : null, each))
            .Where(call => call.each.IsUpdateDue || call.each.Operation is not { } operation || Concerns(operation, call.Report, now));
        var failures = await waves.RunAsync(
            WaveKind.Computers, calls, options.Value.WaveSize, call => grains.GetComputer(call.Id).ReconcileAsync(call.Report));
        foreach (var (call, error) in failures)
        {
            LogNotReconciled(call.Id.Value, error);
        }
    }

    private async Task TickImagesAsync(ImmutableArray<CustomImage> due)
    {
        var reports = await AskMachinesAsync(
            [.. due.Select(image => new MachineOperationRef(image.Id.Value, image.Update!.OperationId, null, image.Update.StartedAt))]);
        var failures = await waves.RunAsync(
            WaveKind.Images, due, options.Value.WaveSize,
            image => grains.GetGrain<ICustomImageGrain>(image.Id.Value).ReconcileAsync(reports.GetValueOrDefault(image.Update!.OperationId)));
        foreach (var (image, error) in failures)
        {
            LogNotReconciled(image.Id.Value, error);
        }
    }

    private static bool Concerns(MachineOperationRef operation, MachineReport? report, DateTimeOffset now) =>
        report?.State is not MachineReportState.Running || now >= operation.DeadlineAt;

    // When the machines cannot be asked, deadlines and windows still hold: computers are called without a report.
    private async Task<Dictionary<string, MachineReport>> AskMachinesAsync(ImmutableArray<MachineOperationRef> operations)
    {
        try
        {
            return operations.IsEmpty
                ? []
                : (await machines.PollAsync(operations, CancellationToken.None)).ToDictionary(report => report.OperationId);
        }
#pragma warning disable CA1031 // Whatever keeps the machines from answering.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogMachinesNotAsked(operations.Length, error);
            return [];
        }
    }

    [LoggerMessage(LogLevel.Warning, "{OwnerId} could not be brought up to now; the next tick tries again")]
    private partial void LogNotReconciled(string ownerId, Exception error);

    [LoggerMessage(LogLevel.Warning, "The machines could not be asked about {Count} operations; the next tick asks again")]
    private partial void LogMachinesNotAsked(int count, Exception error);
}
