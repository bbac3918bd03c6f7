namespace Wuying.Api.Fleet.Import;

/// <summary>What matters of one image in the answer of <c>DescribeImages</c>.</summary>
internal sealed class ImageRow
{
    public string? ImageId { get; init; }

    public string? Name { get; init; }

    public string? ImageType { get; init; }

    public string? AppVersion { get; init; }
}
