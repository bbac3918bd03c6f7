using Wuying.Domain.Images;

namespace Wuying.Api.Ecd.Images;

/// <summary>The product's words about images.</summary>
internal static class ImageWords
{
    /// <summary>The only status that images have here: while one is being updated, its old version can be used (R11).</summary>
    public const string Available = "Available";

    public const string Custom = "CUSTOM";
    public const string System = "SYSTEM";
    public const string Shared = "SHARED";

    public static string Of(ImageType type) => type switch
    {
        ImageType.Custom => Custom,
        ImageType.System => System,
        _ => Shared,
    };

    public static ImageType? Read(string? word) => word switch
    {
        Custom => ImageType.Custom,
        System => ImageType.System,
        Shared => ImageType.Shared,
        _ => null,
    };
}
