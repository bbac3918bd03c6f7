using Wuying.Contracts.Access;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Regions;
using Wuying.Contracts.Requests;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>The grains by their domain ids: the only thing the Api knows of the cluster.</summary>
internal sealed class Cluster(IServiceProvider services)
{
    private const int StreamPageSize = 1_000;

    // A client that has never reached a silo does not know what grains there are, and asking it fails in odd ways. Whatever
    // was to be done has not been begun; but that is nobody's business, who asks again with the same key.
    private IGrainFactory Grains => services.GetService<ClusterConnection>() is { IsEstablished: false }
        ? throw new SiloUnavailableException("No silo has been reached yet.")
        : services.GetRequiredService<IGrainFactory>();

    /// <summary>Questions about the whole fleet.</summary>
    public IFleetQueryGrain Queries => Grains.GetGrain<IFleetQueryGrain>(0);

    /// <summary>The service's clock.</summary>
    public ISimulationGrain Simulation => Grains.GetGrain<ISimulationGrain>(ISimulationGrain.Key);

    /// <summary>All computers that match, by id, read in pages as the reader goes on. Each page is a call of its own: workers that keep no state keep no cursor either.</summary>
    public async IAsyncEnumerable<CloudComputer> StreamComputersAsync(ComputerFilter filter)
    {
        string? cursor = null;
        do
        {
            var page = await Queries.ListComputersAsync(filter, cursor, StreamPageSize);
            foreach (var computer in page.Items)
            {
                yield return computer;
            }

            cursor = page.NextCursor;
        }
        while (cursor is not null);
    }

    public ICloudComputerGrain Computer(CloudComputerId id) => Grains.GetComputer(id);

    public IEndUserGrain EndUser(UserId id) => Grains.GetGrain<IEndUserGrain>(id.Value);

    public ICustomImageGrain Image(ImageId key) => Grains.GetGrain<ICustomImageGrain>(key.Value);

    public IRegionGrain Region(RegionId id) => Grains.GetGrain<IRegionGrain>(id.Value);

    public IBulkOperationGrain BulkOperation(string id) => Grains.GetGrain<IBulkOperationGrain>(id);

    public IRecordedRequestGrain RecordedRequest(string key) => Grains.GetGrain<IRecordedRequestGrain>(key);

    /// <summary>The access keys; calls with different numbers may reach different silos.</summary>
    public IAccessGrain Access(int number) => Grains.GetGrain<IAccessGrain>(number);

    public INonceSliceGrain Nonces(NonceSliceKey key) => Grains.GetGrain<INonceSliceGrain>(key.ToString());

    public IUserPasswordGrain UserPassword(UserId id) => Grains.GetGrain<IUserPasswordGrain>(id.Value);

    /// <summary>The instant that the whole service lives by; never the system's.</summary>
    public async Task<DateTimeOffset> GetNowAsync() => (await Simulation.GetClockAsync()).Now;

    /// <summary>A region, or null; regions that the product does not have wake no grain.</summary>
    public async Task<Region?> FindRegionAsync(string regionId) =>
        ProductRegion.Find(new RegionId(regionId)) is { } product ? await Region(product.Id).GetAsync() : null;
}
