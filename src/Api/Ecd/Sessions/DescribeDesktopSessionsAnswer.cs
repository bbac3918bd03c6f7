namespace Wuying.Api.Ecd.Sessions;

internal sealed record DescribeDesktopSessionsAnswer(IReadOnlyList<SessionAnswer> Sessions, int TotalCount);
