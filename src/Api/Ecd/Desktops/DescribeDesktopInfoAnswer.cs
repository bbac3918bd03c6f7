namespace Wuying.Api.Ecd.Desktops;

internal sealed record DescribeDesktopInfoAnswer(IReadOnlyList<DesktopInfoAnswer> Desktops);
