using Wuying.Domain.Images;

namespace Wuying.Api.Images;

/// <summary>From the domain's image to the API's.</summary>
internal static class ImageMapping
{
    public const string OutdatedImageUsed = nameof(OutdatedImageUsed);

    public static ImageResponse ToResponse(this CustomImage image) => new(
        ImageKeys.PublicIdOf(image).Value,
        image.Name,
        image.RegionId.Value,
        image.Type,
        image.Status,
        image.CurrentVersion.Number,
        image.Update?.Version.Number,
        image.Update?.EndsAt,
        image.LastError,
        image.SharedWith,
        image.UsesOutdatedImage)
    {
        Description = image.Description,
    };

    /// <summary>The image as an answer to something done with it.</summary>
    public static ImageResponse ToWarnedResponse(this CustomImage image) => image.ToResponse() with { Warnings = WarningsFor(image) };

    /// <summary>What whoever uses the image now should know (R11).</summary>
    public static IReadOnlyList<string> WarningsFor(CustomImage image) => image.Status is ImageStatus.Updating ? [OutdatedImageUsed] : [];
}
