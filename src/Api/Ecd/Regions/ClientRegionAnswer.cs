namespace Wuying.Api.Ecd.Regions;

internal sealed record ClientRegionAnswer(string RegionId, string RegionEndpoint);
