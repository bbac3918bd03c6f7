using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Requests;
using Wuying.Api.Updates;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Regions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Regions;

/// <summary>Showing versions to end users, and showing them no longer (R5–R7).</summary>
internal static class PushEndpoints
{
    private const string Whom =
        "Without computerIds for the whole region: 202 with an operation. With computerIds: 200 with one entry a computer, in request order.";

    public static void MapPushes(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/versions/{version}").WithTags("Versions");
        group.MapPost("/start-push", StartAsync).WithName("StartPush").WithSummary("Offers a version to end users")
            .WithDescription($"{Whom} Computers of every image type that can be updated and have nothing decided yet; a newer push takes the place of an older offer (R6, R8). No body is needed.");
        group.MapPost("/stop-push", StopAsync).WithName("StopPush").WithSummary("Withdraws the offers that nobody accepted")
            .WithDescription($"{Whom} 204 when the push was stopped already. Refused while automaticPush is on (R7). No body is needed.");
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, NoContent, ProblemHttpResult>> StartAsync(
        string regionId, string version, PushRequest? request, Cluster cluster, ManyComputers computers, HttpContext context)
    {
        var (region, target, problem) = await ReadAsync(regionId, version, request, cluster);
        if (problem is not null)
        {
            return problem;
        }

        var answer = await cluster.Region(region.Id).StartPushAsync(target.Version, ScopeOf(request), context.NewId("push-"), context.RequestedBy());
        return await AnswerAsync(region.Id, request, answer, cluster, computers, context, order =>
            new BulkCommand(null, null, Offer: new UpdateOffer(target, order.Number, IsAutomatic: false, order.RequestedBy)));
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, NoContent, ProblemHttpResult>> StopAsync(
        string regionId, string version, PushRequest? request, Cluster cluster, ManyComputers computers, HttpContext context)
    {
        var (region, target, problem) = await ReadAsync(regionId, version, request, cluster);
        if (problem is not null)
        {
            return problem;
        }

        var answer = await cluster.Region(region.Id).StopPushAsync(target.Version, ScopeOf(request), context.NewId("push-"), context.RequestedBy());
        return await AnswerAsync(region.Id, request, answer, cluster, computers, context, order =>
            new BulkCommand(null, null, Withdrawal: new OfferWithdrawal(order.Version, order.Number, IsNamed: true, order.RequestedBy)));
    }

    private static async Task<(Region Region, UpdateTarget Target, ProblemHttpResult? Problem)> ReadAsync(
        string regionId, string version, PushRequest? request, Cluster cluster)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return (null!, null!, RegionEndpoints.NotFound(regionId));
        }

        if (VersionReader.TargetOf(region, version) is not { } target)
        {
            return (null!, null!, VersionReader.NotFound(region, version));
        }

        var errors = new InputErrors();
        ManyComputersReader.CheckIds(request?.ComputerIds, errors);
        return (region, target, errors.IsEmpty ? null : errors.ToProblem());
    }

    private static PushScope ScopeOf(PushRequest? request) => request?.ComputerIds is null ? PushScope.Region : PushScope.Named;

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, NoContent, ProblemHttpResult>> AnswerAsync(
        RegionId region, PushRequest? request, PushAnswer answer, Cluster cluster, ManyComputers computers, HttpContext context, Func<PushOrder, BulkCommand> named)
    {
        if (answer.Answer.Rejection is { } refused)
        {
            return refused.ToProblem();
        }

        if (answer.Order is not { } order)
        {
            return TypedResults.NoContent();
        }

        if (request?.ComputerIds is { } ids)
        {
            return await computers.AskEachAsync(region, ids, named(order), context);
        }

        var id = PushOperationId.Of(region, order.Number);
        var operation = await cluster.Queries.FindOperationAsync(id);
        return TypedResults.Accepted($"/api/v1/operations/{id}", operation?.ToResponse());
    }
}
