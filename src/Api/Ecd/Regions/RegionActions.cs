using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Regions;

/// <summary>Regions and office networks.</summary>
internal static class RegionActions
{
    public static void MapRegions(this EcdActionTable actions)
    {
        actions.Read<DescribeRegionsRequest, DescribeRegionsAnswer>("DescribeRegions", DescribeRegionsAsync);
        actions.Read<DescribeOfficeSitesRequest, DescribeOfficeSitesAnswer>("DescribeOfficeSites", DescribeOfficeSitesAsync);
        actions.Client<ClientRegionsRequest, ClientRegionsAnswer>("DescribeRegions", DescribeRegionsForClientsAsync);
        actions.Client<ClientOfficeSitesRequest, ClientOfficeSitesAnswer>("DescribeOfficeSites", DescribeOfficeSitesForClientsAsync);
    }

    private static async Task<EcdResult<DescribeRegionsAnswer>> DescribeRegionsAsync(DescribeRegionsRequest request, EcdCall call) =>
        new DescribeRegionsAnswer([.. (await ListRegionsAsync(call)).Select(region => new RegionAnswer(region.Id.Value, EndpointOf(call), region.DisplayName))]);

    private static async Task<EcdResult<ClientRegionsAnswer>> DescribeRegionsForClientsAsync(ClientRegionsRequest request, EcdCall call) =>
        new ClientRegionsAnswer([.. (await ListRegionsAsync(call)).Select(region => new ClientRegionAnswer(region.Id.Value, EndpointOf(call)))]);

    private static async Task<EcdResult<DescribeOfficeSitesAnswer>> DescribeOfficeSitesAsync(DescribeOfficeSitesRequest request, EcdCall call)
    {
        if (EcdPages.Read(request.NextToken, out var after) is { } error)
        {
            return error;
        }

        var all = await ListOfficeNetworksAsync(request.OfficeSiteId, call);
        var (sites, next) = EcdPages.Cut(all, site => site.OfficeNetworkId, after, request.MaxResults);
        return new DescribeOfficeSitesAnswer([.. sites.Select(site => new OfficeSiteAnswer(site.OfficeNetworkId, site.Computers))], next, all.Length);
    }

    // Asked before anybody logs on: the names of networks are no secret, and nothing else is told of them.
    private static async Task<EcdResult<ClientOfficeSitesAnswer>> DescribeOfficeSitesForClientsAsync(ClientOfficeSitesRequest request, EcdCall call) =>
        new ClientOfficeSitesAnswer([.. (await ListOfficeNetworksAsync(request.OfficeSiteId, call)).Select(site => new ClientOfficeSiteAnswer(site.OfficeNetworkId))]);

    private static async Task<IEnumerable<Region>> ListRegionsAsync(EcdCall call) =>
        (await call.Cluster.Queries.ListRegionsAsync()).Where(region => call.Caller.Sees(region.Id));

    private static async Task<OfficeNetworkCount[]> ListOfficeNetworksAsync(IReadOnlyList<string>? only, EcdCall call) =>
        [.. (await call.Cluster.Queries.ListOfficeNetworksAsync(call.Region.Id)).Where(site => only?.Contains(site.OfficeNetworkId) ?? true)];

    // Programs that go on to the endpoint of a region come back here.
    private static string EndpointOf(EcdCall call) => call.Context.Request.Host.Value ?? "";
}
