using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;

namespace Wuying.Grains.Hosting;

/// <summary>When a silo starts, wakes every shard, bulk operation and push that has work, and gives stray places back: whatever a crash cut short goes on (R28).</summary>
internal sealed partial class WakeUpAtStart(
    IGrainFactory grains,
    IDueWork dueWork,
    IFleetQueries queries,
    IBulkOperationStore bulkOperations,
    Wakers wakers,
    StrayReservations strays,
    Waves waves,
    Patience patience,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ILogger<WakeUpAtStart> logger) : IStartupTask
{
    private const int WaveSize = 100;

    public async Task Execute(CancellationToken cancellationToken)
    {
        await EachAsync(await dueWork.ListShardsWithWorkAsync(), work => work.Window is { } day
            ? wakers.WindowOf(work.RegionId, day, work.Shard).EnsureAwakeAsync()
            : wakers.OperationsOf(work.RegionId, work.Shard).EnsureAwakeAsync());
        await EachAsync(await bulkOperations.ListUnfinishedAsync(), id => grains.GetGrain<IBulkOperationGrain>(id).ContinueAsync());
        await EachAsync(await queries.ListRegionsAsync(), region => grains.GetGrain<IRegionGrain>(region.Id.Value).ContinuePushAsync());
        await EachAsync([clock.GetUtcNow()], strays.GiveBackAllAsync);
    }

    // One thing that cannot go on keeps neither the others nor the program from it.
    private async Task EachAsync<T>(IEnumerable<T> items, Func<T, Task> goOn)
    {
        foreach (var (item, error) in await waves.RunAsync(WaveKind.Start, items, WaveSize, item => patience.RunAsync(() => goOn(item))))
        {
            LogCannotGoOn($"{item}", error);
        }
    }

    [LoggerMessage(LogLevel.Error, "{Work} cannot go on after the start")]
    private partial void LogCannotGoOn(string work, Exception error);
}
