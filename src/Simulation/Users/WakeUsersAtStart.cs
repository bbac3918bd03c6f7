using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Grains.Fleet;
using Wuying.Grains.Hosting;

namespace Wuying.Simulation.Users;

/// <summary>When a silo starts, wakes the simulated users of every region, if there are to be any.</summary>
internal sealed partial class WakeUsersAtStart(
    IGrainFactory grains, IFleetQueries queries, Waves waves, Patience patience, IOptions<SimulatedUsersOptions> options, ILogger<WakeUsersAtStart> logger) : IStartupTask
{
    private const int WaveSize = 100;

    public async Task Execute(CancellationToken cancellationToken)
    {
        if (options.Value.Activity <= 0)
        {
            return;
        }

        var failures = await waves.RunAsync(
            WaveKind.Start, await queries.ListRegionsAsync(), WaveSize, region => patience.RunAsync(() => grains.GetGrain<ISimulatedUsersGrain>(region.Id.Value).EnsureAwakeAsync()));
        foreach (var (region, error) in failures)
        {
            LogNotAwake(region.Id.Value, error);
        }
    }

    [LoggerMessage(LogLevel.Error, "The simulated users of {RegionId} could not be woken; the next start tries again")]
    private partial void LogNotAwake(string regionId, Exception error);
}
