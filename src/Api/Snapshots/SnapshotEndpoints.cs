using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Snapshots;

/// <summary>Snapshots of a computer (R26, R27).</summary>
internal static class SnapshotEndpoints
{
    public static void MapSnapshots(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/computers/{computerId}/snapshots").WithTags("Snapshots");
        group.MapGet("/", ListAsync).WithName("ListSnapshots").WithSummary("A computer's snapshots, oldest first")
            .WithDescription("At most ten are kept; the oldest automatic one goes first (R27).");
        group.MapPost("/", CreateAsync).WithName("CreateSnapshot").WithSummary("Makes a snapshot")
            .WithDescription("Takes two to four minutes; the computer can be used meanwhile. No body is needed.");
        group.MapPost("/{snapshotId}/restore", RestoreAsync).WithName("RestoreSnapshot").WithSummary("Goes back to a snapshot")
            .WithDescription("Everything after the snapshot is lost: its version and status come back. Takes about five minutes, of a stopped or faulted computer, or of a running one with stopFirst (R26). No body is needed.");
        group.MapDelete("/{snapshotId}", DeleteAsync).WithName("DeleteSnapshot").WithSummary("Deletes a snapshot")
            .WithDescription("Refused while a pending or running update, or a restore, needs it (R27).");
    }

    private static async Task<Results<Ok<PageResponse<SnapshotResponse>>, ProblemHttpResult>> ListAsync(string computerId, Cluster cluster) =>
        await cluster.Computer(new CloudComputerId(computerId)).GetAsync() is { } computer
            ? TypedResults.Ok(computer.ToSnapshots().ToWhole())
            : ComputerEndpoints.NotFound(computerId);

    private static async Task<Results<Accepted<SnapshotResponse>, ProblemHttpResult>> CreateAsync(
        string computerId, CreateSnapshotRequest? request, Cluster cluster, HttpContext context)
    {
        var name = request?.Name ?? CreateSnapshotRequest.DefaultName;
        var grain = cluster.Computer(new CloudComputerId(computerId));
        var answer = await grain.CreateSnapshotAsync(name, context.RequestedBy());
        if (answer.Rejection is { } refused)
        {
            return refused.ToProblem();
        }

        var made = (await grain.GetAsync())?.ToSnapshots().LastOrDefault(snapshot => snapshot.Name == name);
        return TypedResults.Accepted($"/api/v1/computers/{computerId}/snapshots", made);
    }

    private static async Task<Results<Accepted<ComputerResponse>, ProblemHttpResult>> RestoreAsync(
        string computerId, string snapshotId, RestoreSnapshotRequest? request, Cluster cluster, HttpContext context)
    {
        var grain = cluster.Computer(new CloudComputerId(computerId));
        var answer = await grain.RestoreAsync(new SnapshotId(snapshotId), request?.StopFirst ?? false, context.RequestedBy());
        return answer.Rejection is { } refused
            ? refused.ToProblem()
            : TypedResults.Accepted($"/api/v1/computers/{computerId}", (await grain.GetAsync())?.ToResponse());
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> DeleteAsync(
        string computerId, string snapshotId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).DeleteSnapshotAsync(new SnapshotId(snapshotId), context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }
}
