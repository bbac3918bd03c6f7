using Wuying.Contracts.Access;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>The grains, in this process or in a cluster's silos: the only thing the Api knows of them.</summary>
internal sealed class Cluster(IServiceProvider services) : FleetGrains
{
    private const int StreamPageSize = 1_000;

    // A client that has never reached a silo does not know what grains there are, and asking it fails in odd ways. Whatever
    // was to be done has not been begun; but that is nobody's business, who asks again with the same key.
    protected override IGrainFactory Factory => services.GetService<ClusterConnection>() is { IsEstablished: false }
        ? throw new SiloUnavailableException("No silo has been reached yet.")
        : services.GetRequiredService<IGrainFactory>();

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

    /// <summary>The access keys; calls with different numbers may reach different silos.</summary>
    public IAccessGrain Access(int number) => Factory.GetGrain<IAccessGrain>(number);

    public INonceSliceGrain Nonces(NonceSliceKey key) => Factory.GetGrain<INonceSliceGrain>(key.ToString());

    public IUserPasswordGrain UserPassword(UserId id) => Factory.GetGrain<IUserPasswordGrain>(id.Value);
}
