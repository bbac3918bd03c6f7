using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Regions;
using Wuying.Domain.Regions;
using Wuying.Grains.Hosting;
using Wuying.Simulation.Machines;

namespace Wuying.Simulation.Demo;

/// <summary>Sees to it that the built-in regions are there, and fills a store that has never been used with the demo fleet.</summary>
internal sealed class PrepareStore(
    IGrainFactory grains,
    IFleetQueries queries,
    Patience patience,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    IOptions<DemoOptions> demo,
    IOptions<SimulationOptions> simulation) : IStartupTask
{
    private const string System = "system";
    private const int WaveSize = 500;

    public async Task Execute(CancellationToken cancellationToken)
    {
        var isNew = (await queries.ListEventsAsync(after: 0, limit: 1)).IsEmpty;
        foreach (var region in ProductRegion.All.Where(region => region.IsBuiltIn))
        {
            await patience.RunAsync(() => grains.GetGrain<IRegionGrain>(region.Id.Value).EnsureAsync(System));
        }

        if (isNew && demo.Value.FleetSize > 0)
        {
            await patience.RunAsync(() => MakeFleetAsync(new DemoFleet(simulation.Value.Seed)));
        }
    }

    private async Task MakeFleetAsync(DemoFleet fleet)
    {
        foreach (var image in DemoFleet.Images())
        {
            await grains.GetGrain<ICustomImageGrain>(image.Id.Value).RegisterAsync(image, System);
        }

        var now = clock.GetUtcNow();
        foreach (var wave in fleet.Computers(demo.Value.FleetSize).Chunk(WaveSize))
        {
            await Task.WhenAll(wave
                .Select(computer => computer with { Session = computer.Session is { } session ? session with { Since = now } : null })
                .Select(computer => grains.GetComputer(computer.Id).ImportAsync(computer, System)));
        }

        foreach (var region in DemoFleet.Regions)
        {
            await grains.GetGrain<IRegionGrain>(region.Value)
                .PublishAsync(DemoFleet.Published, DemoFleet.PackageSizeBytes, DemoFleet.ReleaseNotes, System);
        }
    }
}
