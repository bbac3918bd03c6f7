namespace Wuying.Api.Ecd.Images;

internal sealed record DescribeImagePermissionAnswer(IReadOnlyList<string> AliUids);
