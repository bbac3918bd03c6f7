namespace Wuying.Api.Ecd.Tags;

internal sealed record TagResourceAnswer(string ResourceId, string ResourceType, string TagKey, string TagValue);
