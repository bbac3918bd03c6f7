using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Fleet;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Domain.Regions;

namespace Wuying.Api.CloudComputers;

/// <summary>The cloud computers of a region.</summary>
internal static class RegionComputerEndpoints
{
    public static void MapRegionComputers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/computers").WithTags("Cloud computers");
        group.MapGet("/", ListAsync).WithName("ListComputers").WithSummary("The cloud computers of a region")
            .WithDescription("Filters narrow together. Deleted computers come only with status=deleted. With format=ndjson all that match are streamed.")
            .Produces<PageResponse<ComputerResponse>>();
        group.MapPost("/", ComputerCreation.CreateAsync).WithName("CreateComputers").WithSummary("Makes 1 to 1,000 cloud computers from an image")
            .WithDescription("From an image that is being updated its old version is used, with the warning OutdatedImageUsed (R11).");
    }

    private static async Task<Results<Ok<PageResponse<ComputerResponse>>, NdjsonResult, ProblemHttpResult>> ListAsync(
        string regionId, [AsParameters] ComputerQuery query, [AsParameters] PageQuery page, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is null)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        var filter = new ComputerFilterReader(string.Empty, errors).Read(new RegionId(regionId), query.ToFields());
        if (query.Format is not (null or "json" or "ndjson"))
        {
            errors.Add("format", "json or ndjson.");
        }

        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        return query.Format is "ndjson"
            ? new NdjsonResult(cluster.StreamComputersAsync(filter).Select(CloudComputerMapping.ToResponse))
            : TypedResults.Ok((await cluster.Queries.ListComputersAsync(filter, after, limit)).ToResponse(CloudComputerMapping.ToResponse));
    }
}
