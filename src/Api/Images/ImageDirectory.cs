using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Images;

/// <summary>Finds images by the id that callers see.</summary>
internal sealed class ImageDirectory(Cluster cluster)
{
    /// <summary>A custom image of that id, or the provider's image of that id in a region; without a region, in the first that has it. What the caller does not see is not there.</summary>
    public async Task<CustomImage?> FindAsync(string imageId, RegionId? region, Caller caller)
    {
        if (!RouteIds.IsId(imageId))
        {
            return null;
        }

        if (await cluster.Image(ImageKeys.KeyOf(imageId, ImageType.Custom, default)).GetAsync() is { } custom)
        {
            return caller.Sees(custom.RegionId) ? custom : null;
        }

        RegionId[] regions = region is { } one ? [one] : [.. (await cluster.Queries.ListRegionsAsync()).Select(known => known.Id)];
        var found = await Task.WhenAll(regions.Where(caller.Sees).Select(where => cluster.Image(ImageKeys.KeyOf(imageId, ImageType.System, where)).GetAsync()));
        return found.FirstOrDefault(image => image is not null);
    }
}
