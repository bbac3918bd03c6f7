using Microsoft.Extensions.Options;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Simulation;
using Wuying.Domain.Regions;
using Wuying.Grains.Hosting;

namespace Wuying.Simulation.Demo;

/// <summary>Sees to it that the built-in regions are there, fills a store that has never been used with the demo fleet, and goes on making computers where a crash cut that short.</summary>
internal sealed class PrepareStore(
    IGrainFactory grains,
    IFleetQueries queries,
    Patience patience,
    IOptions<DemoOptions> demo) : IStartupTask
{
    private const string System = "system";
    private const string DemoRequest = "demo-fleet";

    public async Task Execute(CancellationToken cancellationToken)
    {
        var isNew = (await queries.ListEventsAsync(after: 0, limit: 1)).IsEmpty;
        foreach (var region in ProductRegion.All.Where(region => region.IsBuiltIn))
        {
            await patience.RunAsync(() => grains.GetGrain<IRegionGrain>(region.Id.Value).EnsureAsync(System));
        }

        if (isNew && demo.Value.FleetSize > 0)
        {
            await patience.RunAsync(MakeFleetAsync);
        }
        else
        {
            await patience.RunAsync(Fleet.ContinueAsync);
        }
    }

    private ISimulatedFleetGrain Fleet => grains.GetGrain<ISimulatedFleetGrain>(ISimulatedFleetGrain.Key);

    private async Task MakeFleetAsync()
    {
        await Fleet.AddAsync(demo.Value.FleetSize, region: null, DemoRequest, System);
        foreach (var region in DemoFleet.Regions)
        {
            await grains.GetGrain<IRegionGrain>(region.Value)
                .PublishAsync(DemoFleet.Published, DemoFleet.PackageSizeBytes, DemoFleet.ReleaseNotes, System);
        }
    }
}
