namespace Wuying.Api.Ecd.Client;

internal sealed record DescribeUserResourcesAnswer(IReadOnlyList<ResourceAnswer> Resources, int MaxResults, string? NextToken, int TotalCount);
