using Wuying.Api.Hosting;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>Sees to it that the regions of an import are there; each is asked once.</summary>
internal sealed class ImportRegions(Cluster cluster, string requestedBy)
{
    private readonly Dictionary<RegionId, Rejection?> _asked = [];

    /// <summary>Adds a region if the product has it.</summary>
    /// <returns>Why a row cannot be there, or null.</returns>
    public async Task<Rejection?> EnsureAsync(RegionId? region)
    {
        if (region is not { } id)
        {
            return new Rejection(RejectionCode.RegionNotFound, "The row names no region; say it with ?regionId=.");
        }

        if (ProductRegion.Find(id) is null)
        {
            return new Rejection(RejectionCode.RegionNotFound, "The row's region is none of the product's.");
        }

        if (!_asked.TryGetValue(id, out var refused))
        {
            refused = (await cluster.Region(id).EnsureAsync(requestedBy)).Rejection;
            _asked.Add(id, refused);
        }

        return refused;
    }
}
