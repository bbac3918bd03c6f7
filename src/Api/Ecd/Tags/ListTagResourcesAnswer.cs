namespace Wuying.Api.Ecd.Tags;

internal sealed record ListTagResourcesAnswer(IReadOnlyList<TagResourceAnswer> TagResources, string? NextToken);
