using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Images;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Requests;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Fleet;

/// <summary>The grains by their domain ids: all that those outside the silos know of the cluster.</summary>
public abstract class FleetGrains
{
    /// <summary>Questions about the whole fleet.</summary>
    public IFleetQueryGrain Queries => Factory.GetGrain<IFleetQueryGrain>(0);

    /// <summary>The service's clock.</summary>
    public ISimulationGrain Simulation => Factory.GetGrain<ISimulationGrain>(ISimulationGrain.Key);

    /// <summary>What the simulated machines do.</summary>
    public ISimulatedMachinesGrain SimulatedMachines => Factory.GetGrain<ISimulatedMachinesGrain>(ISimulatedMachinesGrain.Key);

    /// <summary>The maker of simulated computers.</summary>
    public ISimulatedFleetGrain SimulatedFleet => Factory.GetGrain<ISimulatedFleetGrain>(ISimulatedFleetGrain.Key);

    /// <summary>Where grains come from; throws while none can be reached.</summary>
    protected abstract IGrainFactory Factory { get; }

    /// <summary>One cloud computer.</summary>
    public ICloudComputerGrain Computer(CloudComputerId id) => Factory.GetComputer(id);

    /// <summary>One end user.</summary>
    public IEndUserGrain EndUser(UserId id) => Factory.GetGrain<IEndUserGrain>(id.Value);

    /// <summary>One image.</summary>
    public ICustomImageGrain Image(ImageId key) => Factory.GetGrain<ICustomImageGrain>(key.Value);

    /// <summary>One region.</summary>
    public IRegionGrain Region(RegionId id) => Factory.GetGrain<IRegionGrain>(id.Value);

    /// <summary>One request about many computers.</summary>
    public IBulkOperationGrain BulkOperation(string id) => Factory.GetGrain<IBulkOperationGrain>(id);

    /// <summary>The first answer to a request with an idempotency key.</summary>
    public IRecordedRequestGrain RecordedRequest(string key) => Factory.GetGrain<IRecordedRequestGrain>(key);

    /// <summary>The instant that the whole service lives by; never the system's.</summary>
    public async Task<DateTimeOffset> GetNowAsync() => (await Simulation.GetClockAsync()).Now;

    /// <summary>A region, or null; regions that the product does not have wake no grain.</summary>
    public async Task<Region?> FindRegionAsync(string regionId) =>
        ProductRegion.Find(new RegionId(regionId)) is { } product ? await Region(product.Id).GetAsync() : null;
}
