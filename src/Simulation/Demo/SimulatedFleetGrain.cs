using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;

namespace Wuying.Simulation.Demo;

/// <summary>Owns the numbers of simulated computers. They are given out durably before a computer is made, one request after the other: no number is ever given out twice, and what was cut short goes on.</summary>
[GrainType(GrainTypes.SimulatedFleet)]
internal sealed class SimulatedFleetGrain(
    [PersistentState("fleet", FleetStorage.Name)] IPersistentState<Stored<FleetLedger>> stored,
    IFleetQueries queries,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, ISimulatedFleetGrain
{
    private const int WaveSize = 500;

    private FleetGrowthView? _progress;

    private FleetLedger Ledger => stored.State.Current ?? FleetLedger.Empty;

    public Task<FleetGrowthView?> GetProgressAsync() => Task.FromResult(_progress);

    public async Task<int> AddAsync(int computers, RegionId? region, string requestId, string requestedBy)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(computers, 1);
        await ContinueAsync();
        if (Ledger.FindAdded(requestId) is { } added)
        {
            return added;
        }

        var settings = await GrainFactory.GetGrain<ISimulatedMachinesGrain>(ISimulatedMachinesGrain.Key).GetAsync();
        var request = new FleetGrowth(requestId, First: 0, computers, region, settings.Seed, requestedBy);
        await SaveAsync(Ledger.Begin(request, await FindHighestNumberAsync()));
        return await WorkOffAsync(isBegunAnew: true);
    }

    public async Task ContinueAsync()
    {
        if (Ledger.UnderWay is not null)
        {
            await WorkOffAsync(isBegunAnew: false);
        }
    }

    private async Task<int> WorkOffAsync(bool isBegunAnew)
    {
        var request = Ledger.UnderWay!;
        _progress = new(request.Count, 0);
        try
        {
            await RegisterImagesAsync(request);
            var added = 0;
            foreach (var wave in new DemoFleet(request.Seed).Computers(request.First, request.Count, request.Region).Chunk(WaveSize))
            {
                // Of a request that was cut short, those that are there already were made for it.
                added += (await AddAsync(wave, request)).Count(answer => answer.Outcome is AnswerOutcome.Accepted || !isBegunAnew);
                _progress = _progress with { Done = _progress.Done + wave.Length };
            }

            await SaveAsync(Ledger.End(added));
            return added;
        }
        finally
        {
            _progress = null;
        }
    }

    private Task<Answer[]> AddAsync(CloudComputer[] wave, FleetGrowth request)
    {
        var now = clock.GetUtcNow();
        return Task.WhenAll(wave
            .Select(computer => computer with { Session = computer.Session is { } session ? session with { Since = now } : null })
            .Select(computer => GrainFactory.GetComputer(computer.Id).AddAsync(computer, request.RequestedBy)));
    }

    // An image that is there may have been updated or renamed since.
    private async Task RegisterImagesAsync(FleetGrowth request)
    {
        foreach (var image in DemoFleet.Images(request.Region))
        {
            var grain = GrainFactory.GetGrain<ICustomImageGrain>(image.Id.Value);
            if (await grain.GetAsync() is null or { IsDeleted: true })
            {
                await grain.RegisterAsync(image, request.RequestedBy);
            }
        }
    }

    // Computers of these numbers may have come with an import, or before numbers were kept here.
    private async Task<int> FindHighestNumberAsync()
    {
        var filter = new ComputerFilter { Text = DemoFleet.IdPrefix };
        var order = ComputerOrder.ById with { IsDescending = true };
        var alive = await queries.IndexComputersAsync(filter, order);
        var deleted = await queries.IndexComputersAsync(filter with { Status = CloudComputerStatus.Deleted }, order);
        return alive.Ids.Concat(deleted.Ids).Select(DemoFleet.NumberOf).Max() ?? 0;
    }

    private async Task SaveAsync(FleetLedger ledger)
    {
        stored.State.Current = ledger;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }
    }
}
