using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Fleet;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;

namespace Wuying.Grains.Hosting;

/// <summary>When a silo starts, wakes every shard and bulk operation that has work, and gives stray places back: whatever a crash cut short goes on (R28).</summary>
internal sealed class WakeUpAtStart(
    IGrainFactory grains,
    IDueWork dueWork,
    IBulkOperationStore bulkOperations,
    Wakers wakers,
    StrayReservations strays,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : IStartupTask
{
    public async Task Execute(CancellationToken cancellationToken)
    {
        foreach (var work in await dueWork.ListShardsWithWorkAsync())
        {
            await (work.Window is { } day
                ? wakers.WindowOf(work.RegionId, day, work.Shard).EnsureAwakeAsync()
                : wakers.OperationsOf(work.RegionId, work.Shard).EnsureAwakeAsync());
        }

        foreach (var id in await bulkOperations.ListUnfinishedAsync())
        {
            await grains.GetGrain<IBulkOperationGrain>(id).ContinueAsync();
        }

        await strays.GiveBackAllAsync(clock.GetUtcNow());
    }
}
