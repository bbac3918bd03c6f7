using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Images;

/// <summary>Under which key an image is kept. A customer's image has an id of its own; the provider's have the same id in every region, so their key says the region (decision 0005).</summary>
internal static class ImageKeys
{
    /// <summary>The key of an image. The slash cannot stand in an id, so no two images ever share a key.</summary>
    public static ImageId KeyOf(string imageId, ImageType type, RegionId region) =>
        new(type is ImageType.Custom ? imageId : $"{region}/{imageId}");

    /// <summary>The id that callers see: what computers carry, and what the product's own API says.</summary>
    public static ImageId PublicIdOf(CustomImage image) => new(image.Id.Value[(image.Id.Value.IndexOf('/', StringComparison.Ordinal) + 1)..]);
}
