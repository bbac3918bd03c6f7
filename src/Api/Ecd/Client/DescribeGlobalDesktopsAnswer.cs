namespace Wuying.Api.Ecd.Client;

internal sealed record DescribeGlobalDesktopsAnswer(IReadOnlyList<GlobalDesktopAnswer> Desktops, string? NextToken);
