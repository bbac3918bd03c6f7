using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Domain.Regions;

namespace Wuying.Api.Simulation;

/// <summary>More simulated computers.</summary>
internal static class FleetGrowthEndpoints
{
    public static void MapSimulatedFleet(this IEndpointRouteBuilder api) =>
        api.MapPost("/simulation/fleet", AddAsync).WithTags("Simulation").WithName("AddSimulatedComputers").WithSummary("Adds simulated computers")
            .WithDescription("Like those of the demo fleet and numbered on from them, in its regions or in one. Answers once all are there, 100,000 after some ten seconds; repeat it with the same Idempotency-Key to finish what was cut short.");

    private static async Task<Results<Ok<AddComputersResponse>, ProblemHttpResult>> AddAsync(AddComputersRequest request, Cluster cluster, HttpContext context)
    {
        RegionId? region = null;
        if (request.RegionId is { } regionId)
        {
            if (await cluster.FindRegionAsync(regionId) is not { } found)
            {
                return RegionEndpoints.NotFound(regionId);
            }

            region = found.Id;
        }

        var added = await cluster.SimulatedFleet.AddAsync(request.Computers, region, context.NewId("growth-"), context.RequestedBy());
        return TypedResults.Ok(new AddComputersResponse(added, (await cluster.Queries.SummarizeAsync(null)).Total));
    }
}
