using Wuying.Api.Images;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Fleet.Import;

/// <summary>From an image of <c>DescribeImages</c> to an image.</summary>
internal static class ImageRowMapping
{
    /// <summary>What is wrong with a row, or null.</summary>
    public static string? FirstMistake(ImageRow row) => RowChecks.FirstMistake(
        RowChecks.Id("ImageId", row.ImageId),
        RowChecks.Name("Name", row.Name),
        (row.ImageType is "CUSTOM" or "SYSTEM" or "SHARED", "ImageType is one of CUSTOM, SYSTEM, SHARED."),
        RowChecks.Version("AppVersion", row.AppVersion));

    /// <summary>Who made the image of a row without mistakes.</summary>
    public static ImageType TypeOf(ImageRow row) => row.ImageType switch
    {
        "SYSTEM" => ImageType.System,
        "SHARED" => ImageType.Shared,
        _ => ImageType.Custom,
    };

    public static CustomImage ToImage(ImageRow row, RegionId region) => new()
    {
        Id = ImageKeys.KeyOf(row.ImageId!, TypeOf(row), region),
        Name = row.Name!,
        RegionId = region,
        Type = TypeOf(row),
        CurrentVersion = new ImageVersion(row.AppVersion!),
    };
}
