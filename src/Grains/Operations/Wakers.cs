using Wuying.Contracts.Operations;
using Wuying.Contracts.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Grains.Operations;

/// <summary>Sees to it that whoever must look after a change is awake. With the question whether a push still stands, the only calls that go up the ownership tree: their targets take them in between, wait for nobody and remember nothing but to tick.</summary>
internal sealed class Wakers(IGrainFactory grains)
{
    /// <summary>Wakes the window of a scheduled update and the operations of a shard, where the change makes them needed.</summary>
    public async Task WakeAsync(CloudComputer? before, CloudComputer after)
    {
        if (WindowDay(after) is { } day && (day != WindowDay(before) || DueAt(after) < DueAt(before!)))
        {
            await WindowOf(after.RegionId, day, after.Shard).ExpectAsync(after.Id);
        }

        if (NeedsOperations(after) && (!NeedsOperations(before) || DueAt(after) < DueAt(before!)))
        {
            await OperationsOf(after.RegionId, after.Shard).ExpectAsync(after.Id);
        }
    }

    /// <summary>Wakes the operations of an image's shard.</summary>
    public Task WakeAsync(CustomImage image) => OperationsOf(image.RegionId, image.Shard).EnsureAwakeAsync();

    /// <summary>The window that looks after a night.</summary>
    public IUpdateWindowGrain WindowOf(RegionId region, DateOnly day, int shard) =>
        grains.GetGrain<IUpdateWindowGrain>(new UpdateWindowKey(region, day, shard).ToString());

    /// <summary>The grain that looks after a shard's other work.</summary>
    public IOperationsGrain OperationsOf(RegionId region, int shard) =>
        grains.GetGrain<IOperationsGrain>(new OperationsKey(region, shard).ToString());

    private static DateOnly? WindowDay(CloudComputer? computer) =>
        computer?.PendingUpdate is { Window: not null } update ? update.Date : null;

    // A shard that rests knows when the earliest of its work is due; what is due sooner than that must be announced.
    private static DateTimeOffset? DueAt(CloudComputer computer) =>
        new[] { CloudComputerReconciliation.OperationDueAt(computer), CloudComputerReconciliation.UpdateDueAt(computer) }.Min();

    // An operation that serves a scheduled update is looked after by its window; everything else by the shard's operations.
    private static bool NeedsOperations(CloudComputer? computer) => computer switch
    {
        null => false,
        { Operation: { } operation } when operation.UpdateId is null || operation.UpdateId != computer.PendingUpdate?.UpdateId => true,
        { PendingUpdate: { Window: null, State: not PendingUpdateState.Offered } } => true,
        _ => false,
    };
}
