namespace Wuying.Api.Ecd.Regions;

internal sealed record DescribeOfficeSitesAnswer(IReadOnlyList<OfficeSiteAnswer> OfficeSites, string? NextToken, int TotalCount);
