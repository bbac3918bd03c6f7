using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Images;

/// <summary>Copies of images. During an update of the source they get the old version, and remember it (R11).</summary>
internal static class ImageCopies
{
    public static CustomImage Of(CustomImage source, ImageId id, RegionId region, string name, string? description) => new()
    {
        Id = ImageKeys.KeyOf(id.Value, ImageType.Custom, region),
        Name = name,
        Description = description,
        RegionId = region,
        Type = ImageType.Custom,
        CurrentVersion = source.CurrentVersion,
        UsesOutdatedImage = source.Status is ImageStatus.Updating,
    };
}
