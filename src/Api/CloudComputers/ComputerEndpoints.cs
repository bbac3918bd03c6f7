using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Api.CloudComputers;

/// <summary>One cloud computer: reading, power, deletion.</summary>
internal static class ComputerEndpoints
{
    public static void MapComputers(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/computers/{computerId}").WithTags("Cloud computers");
        group.MapGet("/", FindAsync).WithName("GetComputer").WithSummary("One cloud computer")
            .WithDescription("A deleted computer still answers, with status deleted.");
        group.MapDelete("/", DeleteAsync).WithName("DeleteComputer").WithSummary("Deletes a cloud computer and what was pending for it")
            .WithDescription("Refused while its machine is busy. Deleting twice is success.");
        group.MapPost("/start", StartAsync).WithName("StartComputer").WithSummary("Starts a stopped cloud computer")
            .WithDescription("202 while it starts; 200 when it was running already.");
        group.MapPost("/stop", StopAsync).WithName("StopComputer").WithSummary("Stops a running cloud computer")
            .WithDescription("Ends the session. 202 while it stops; 200 when it was stopped already.");
        group.MapPost("/restart", RestartAsync).WithName("RestartComputer").WithSummary("Restarts a running cloud computer")
            .WithDescription("Ends the session. 202 while it restarts.");
        group.MapGet("/history", ComputerHistory.ListAsync).WithName("GetComputerHistory").WithSummary("What happened to a cloud computer, newest first")
            .WithDescription("Who asked, when, what, why; kept after the computer is deleted.");
    }

    /// <summary>One computer, as every endpoint that changes it answers too.</summary>
    public static async Task<Results<Ok<ComputerResponse>, ProblemHttpResult>> FindAsync(string computerId, Cluster cluster) =>
        await cluster.Computer(new CloudComputerId(computerId)).GetAsync() is { } computer
            ? TypedResults.Ok(computer.ToResponse())
            : NotFound(computerId);

    public static ProblemHttpResult NotFound(string computerId) =>
        RejectionProblems.Problem(RejectionCode.ComputerNotFound, $"No cloud computer has the id {computerId}.");

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(string computerId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).DeleteAsync(context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }

    private static Task<Results<Accepted<ComputerResponse>, Ok<ComputerResponse>, ProblemHttpResult>> StartAsync(
        string computerId, Cluster cluster, HttpContext context) => PowerAsync(computerId, PowerCommand.Start, cluster, context);

    private static Task<Results<Accepted<ComputerResponse>, Ok<ComputerResponse>, ProblemHttpResult>> StopAsync(
        string computerId, Cluster cluster, HttpContext context) => PowerAsync(computerId, PowerCommand.Stop, cluster, context);

    private static Task<Results<Accepted<ComputerResponse>, Ok<ComputerResponse>, ProblemHttpResult>> RestartAsync(
        string computerId, Cluster cluster, HttpContext context) => PowerAsync(computerId, PowerCommand.Restart, cluster, context);

    private static async Task<Results<Accepted<ComputerResponse>, Ok<ComputerResponse>, ProblemHttpResult>> PowerAsync(
        string computerId, PowerCommand command, Cluster cluster, HttpContext context)
    {
        var grain = cluster.Computer(new CloudComputerId(computerId));
        var answer = await grain.PowerAsync(command, context.RequestedBy());
        if (answer.Rejection is { } refused)
        {
            return refused.ToProblem();
        }

        if (await grain.GetAsync() is not { } computer)
        {
            return NotFound(computerId);
        }

        return answer.Outcome is AnswerOutcome.Unchanged
            ? TypedResults.Ok(computer.ToResponse())
            : TypedResults.Accepted($"/api/v1/computers/{computerId}", computer.ToResponse());
    }
}
