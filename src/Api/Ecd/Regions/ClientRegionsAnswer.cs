namespace Wuying.Api.Ecd.Regions;

internal sealed record ClientRegionsAnswer(IReadOnlyList<ClientRegionAnswer> Regions);
