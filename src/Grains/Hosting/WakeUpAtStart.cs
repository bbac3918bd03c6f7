using Wuying.Contracts.Fleet;
using Wuying.Grains.Operations;

namespace Wuying.Grains.Hosting;

/// <summary>When a silo starts, wakes every shard and bulk operation that has work: whatever a crash cut short goes on (R28).</summary>
public sealed class WakeUpAtStart(IGrainFactory grains, IDueWork dueWork, IBulkOperationStore bulkOperations) : IStartupTask
{
    private readonly Wakers _wakers = new(grains);

    /// <inheritdoc/>
    public async Task Execute(CancellationToken cancellationToken)
    {
        foreach (var work in await dueWork.ListShardsWithWorkAsync())
        {
            await (work.Window is { } day
                ? _wakers.WindowOf(work.RegionId, day, work.Shard).EnsureAwakeAsync()
                : _wakers.OperationsOf(work.RegionId, work.Shard).EnsureAwakeAsync());
        }

        foreach (var id in await bulkOperations.ListUnfinishedAsync())
        {
            await grains.GetGrain<IBulkOperationGrain>(id).ContinueAsync();
        }
    }
}
