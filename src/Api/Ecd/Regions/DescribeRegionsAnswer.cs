namespace Wuying.Api.Ecd.Regions;

internal sealed record DescribeRegionsAnswer(IReadOnlyList<RegionAnswer> Regions);
