using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Access;
using Wuying.Api.CloudComputers;
using Wuying.Api.Ecd.Sessions;
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
            .WithDescription("The user's id, or a ticket that names user and computer. Only an assigned user, only to a running computer, never during an update (R9, R12).");
        group.MapDelete("/{userId}", DisconnectAsync).WithName("Disconnect").WithSummary("Disconnects a user")
            .WithDescription("Disconnecting twice is success.");
    }

    private static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> ConnectAsync(
        string computerId, ConnectRequest request, ConnectionTickets tickets, Cluster cluster, HttpContext context)
    {
        if (request.UserId is null == request.Ticket is null)
        {
            return InputErrors.Problem("userId", "Either the user's id or a ticket.");
        }

        var computer = new CloudComputerId(computerId);
        var ticket = request.Ticket is null ? null : tickets.ReadTicket(request.Ticket);
        if (request.Ticket is not null && ticket?.Computer != computer)
        {
            return InputErrors.Problem("ticket", "It is none for this computer, or its ten minutes are over.");
        }

        if (ticket is null && !RouteIds.IsId(request.UserId))
        {
            return RejectionProblems.Problem(RejectionCode.UserNotFound, "No user has this id.");
        }

        var answer = await cluster.Computer(computer).ConnectAsync(ticket?.User ?? new UserId(request.UserId!), context.Caller().KeyId);
        return answer.Rejection is { } refused ? refused.ToProblem() : await ComputerEndpoints.FindAsync(computerId, cluster);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DisconnectAsync(
        string computerId, string userId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).DisconnectAsync(new UserId(userId), context.Caller().KeyId);
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }
}
