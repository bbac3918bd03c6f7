using System.Collections.Immutable;
using Wuying.Api.Ecd.Desktops;
using Wuying.Api.Ecd.Errors;
using Wuying.Api.Ecd.Paging;
using Wuying.Api.Ecd.Protocol;
using Wuying.Api.Paging;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Ecd.Client;

/// <summary>The computers of an end user, of all regions.</summary>
internal static class ResourceActions
{
    private const string DesktopType = "Desktop";
    private const string ProductType = "CloudDesktop";

    public static void MapResources(this EcdActionTable actions)
    {
        actions.Client<DescribeGlobalDesktopsRequest, DescribeGlobalDesktopsAnswer>("DescribeGlobalDesktops", DescribeDesktopsAsync);
        actions.Client<DescribeUserResourcesRequest, DescribeUserResourcesAnswer>("DescribeUserResources", DescribeResourcesAsync);
    }

    private static async Task<EcdResult<DescribeGlobalDesktopsAnswer>> DescribeDesktopsAsync(DescribeGlobalDesktopsRequest request, EcdCall call)
    {
        ImmutableArray<CloudComputerStatus> statuses = [];
        if (request.DesktopStatus is { } word && !DesktopWords.TryRead([word], out statuses))
        {
            return GatewayErrors.Invalid(nameof(request.DesktopStatus), $"one of {DesktopWords.AllStatuses}.");
        }

        var filter = FilterOf(request, call) with { Statuses = request.DesktopStatus is null ? null : statuses, Text = request.Keyword };
        var (found, error) = await SearchAsync(filter, request, call);
        if (found is null)
        {
            return error!;
        }

        var regions = await RegionsAsync(call);
        return new DescribeGlobalDesktopsAnswer(
            [.. found.Page.Items.Select(computer => ToDesktop(computer, regions.GetValueOrDefault(computer.RegionId), request.QueryFotaUpdate, call))],
            Cursor.Encode(found.Page.NextCursor));
    }

    private static async Task<EcdResult<DescribeUserResourcesAnswer>> DescribeResourcesAsync(DescribeUserResourcesRequest request, EcdCall call)
    {
        // Of all kinds of resources there is one here.
        if (request.ResourceTypes?.Contains(DesktopType) is false || request.ProductTypes?.Contains(ProductType) is false)
        {
            return new DescribeUserResourcesAnswer([], request.MaxResults, null, 0);
        }

        var (found, error) = await SearchAsync(FilterOf(request, call), request, call);
        if (found is null)
        {
            return error!;
        }

        var regions = await RegionsAsync(call);
        return new DescribeUserResourcesAnswer(
            [.. found.Page.Items.Select(computer => ToResource(computer, regions.GetValueOrDefault(computer.RegionId), request.QueryFotaUpdate))],
            request.MaxResults,
            Cursor.Encode(found.Page.NextCursor),
            (int)found.Total);
    }

    private static ComputerFilter FilterOf(IResourceFilter request, EcdCall call) => new()
    {
        AssignedUserId = call.User,
        RegionId = request.SearchRegionId is { } region ? new RegionId(region) : null,
        Ids = request.Ids is { } ids ? [.. ids.Select(id => new CloudComputerId(id))] : null,
        Name = request.Name,
        OfficeNetworkIds = request.OfficeSiteIds is { } sites ? [.. sites] : null,
    };

    private static async Task<(CountedPage<CloudComputer>? Found, EcdError? Error)> SearchAsync(ComputerFilter filter, IResourceFilter request, EcdCall call) =>
        EcdPages.Read(request.NextToken, out var after) is { } error
            ? (null, error)
            : (await call.Cluster.Queries.SelectComputersAsync(filter, after, skipped: 0, request.MaxResults), null);

    private static async Task<Dictionary<RegionId, Region>> RegionsAsync(EcdCall call) =>
        (await call.Cluster.Queries.ListRegionsAsync()).ToDictionary(region => region.Id);

    private static GlobalDesktopAnswer ToDesktop(CloudComputer computer, Region? region, bool withUpdate, EcdCall call) => new(
        computer.Id.Value,
        computer.Name,
        DesktopWords.StatusOf(computer),
        DesktopWords.ConnectionOf(computer),
        DesktopWords.FlagsOf(computer),
        computer.RegionId.Value,
        region?.DisplayName ?? computer.RegionId.Value,
        computer.OfficeNetworkId,
        computer.OfficeNetworkId,
        computer.ImageId.Value,
        call.User.Value,
        [.. computer.AssignedUserIds.Select(user => user.Value)],
        DesktopReadActions.SessionsOf(computer),
        withUpdate ? OfferedUpdates.AnswerFor(computer, region) : null);

    private static ResourceAnswer ToResource(CloudComputer computer, Region? region, bool withUpdate) => new(
        computer.Id.Value,
        computer.Name,
        DesktopType,
        ProductType,
        DesktopWords.ResourceStatusOf(computer),
        DesktopWords.ConnectionOf(computer),
        computer.RegionId.Value,
        region?.DisplayName ?? computer.RegionId.Value,
        computer.OfficeNetworkId,
        OfferedUpdates.IsOffered(computer),
        computer.Session is { } session ? [new ResourceSessionAnswer(session.UserId.Value, EcdInstants.ToSecond(session.Since))] : [],
        withUpdate ? OfferedUpdates.AnswerFor(computer, region) : null);
}
