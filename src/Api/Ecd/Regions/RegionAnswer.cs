namespace Wuying.Api.Ecd.Regions;

internal sealed record RegionAnswer(string RegionId, string RegionEndpoint, string LocalName);
