using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Regions;

/// <summary>Regions and their settings (R1).</summary>
internal static class RegionEndpoints
{
    public static void MapRegions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions").WithTags("Regions");
        group.MapGet("/", ListAsync).WithName("ListRegions").WithSummary("All regions")
            .WithDescription("now is the service's clock, which may be simulated.");
        group.MapGet("/{regionId}", GetAsync).WithName("GetRegion").WithSummary("One region")
            .WithDescription("now is the service's clock, which may be simulated.");
        group.MapPatch("/{regionId}", ChangeAsync).WithName("ChangeRegion").WithSummary("Changes a region's settings")
            .WithDescription("A new quota counts for days to come; places that were granted stay granted (R17).");
    }

    public static ProblemHttpResult NotFound(string regionId) =>
        RejectionProblems.Problem(RejectionCode.RegionNotFound, $"No region has the id {RouteIds.Shorten(regionId)}.");

    private static async Task<Results<Ok<PageResponse<RegionResponse>>, ProblemHttpResult>> ListAsync(
        [AsParameters] PageQuery page, Cluster cluster, HttpContext context)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var now = await cluster.GetNowAsync();
        var caller = context.Caller();
        Region[] regions = [.. (await cluster.Queries.ListRegionsAsync()).Where(region => caller.Sees(region.Id))];
        return TypedResults.Ok(regions.ToPage(region => region.Id.Value, after, limit, region => region.ToResponse(now)));
    }

    private static async Task<Results<Ok<RegionResponse>, ProblemHttpResult>> GetAsync(string regionId, Cluster cluster) =>
        await cluster.FindRegionAsync(regionId) is { } region
            ? TypedResults.Ok(region.ToResponse(await cluster.GetNowAsync()))
            : NotFound(regionId);

    private static async Task<Results<Ok<RegionResponse>, ProblemHttpResult>> ChangeAsync(
        string regionId, ChangeRegionRequest request, Cluster cluster, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return NotFound(regionId);
        }

        var answer = await cluster.Region(region.Id).ChangeAsync(request.AutomaticPush, request.DailyUpdateQuota, context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : await GetAsync(regionId, cluster);
    }
}
