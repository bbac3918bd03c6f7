using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.EndUsers;

/// <summary>End users connecting and disconnecting.</summary>
internal static class SessionEndpoints
{
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/computers/{computerId}/sessions").WithTags("Sessions");
        group.MapPost("/", ConnectAsync).WithName("Connect").WithSummary("Connects a user")
            .WithDescription("Only an assigned user, only to a running computer, never during an update (R9, R12).");
        group.MapDelete("/{userId}", DisconnectAsync).WithName("Disconnect").WithSummary("Disconnects a user")
            .WithDescription("Disconnecting twice is success.");
    }

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> ConnectAsync(
        string computerId, ConnectRequest request, Cluster cluster, HttpContext context)
    {
        if (!RouteIds.IsId(request.UserId))
        {
            return RejectionProblems.Problem(RejectionCode.UserNotFound, "No user has this id.");
        }

        var grain = cluster.Computer(new CloudComputerId(computerId));
        var answer = await grain.ConnectAsync(new UserId(request.UserId), context.Caller().KeyId);
        return answer.Rejection is { } refused ? refused.ToProblem() : await ComputerEndpoints.FindAsync(computerId, cluster);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DisconnectAsync(
        string computerId, string userId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).DisconnectAsync(new UserId(userId), context.Caller().KeyId);
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }
}
