namespace Wuying.Api.Ecd.Desktops;

/// <remarks>
/// <c>PageNumber</c>: for pages by number; left out otherwise.
/// </remarks>
internal sealed record DescribeDesktopsAnswer(IReadOnlyList<DesktopAnswer> Desktops, string? NextToken, int TotalCount, int? PageNumber, int? PageSize);
