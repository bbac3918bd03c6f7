namespace Wuying.Api.Ecd.Images;

internal sealed record DescribeImagesAnswer(IReadOnlyList<ImageAnswer> Images, string? NextToken);
