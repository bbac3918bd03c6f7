using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Paging;
using Wuying.Api.Problems;
using Wuying.Domain.Decisions;

namespace Wuying.Api.Updates;

/// <summary>Progress of long requests.</summary>
internal static class OperationEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder api) =>
        api.MapGet("/operations/{operationId}", GetAsync).WithTags("Updates").WithName("GetOperation")
            .WithSummary("Progress of a long request, with a page of its computers")
            .WithDescription("outcome is null for a computer that has not been asked yet.");

    public static ProblemHttpResult NotFound() =>
        RejectionProblems.Problem(RejectionCode.InvalidRequest, "No operation has this id.", StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<OperationResponse>, ProblemHttpResult>> GetAsync(
        string operationId, [AsParameters] PageQuery page, Cluster cluster)
    {
        var errors = new InputErrors();
        var (after, limit) = page.Read(errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        if (!RouteIds.IsId(operationId) || await cluster.Queries.FindOperationAsync(operationId) is not { } operation)
        {
            return NotFound();
        }

        var items = (await cluster.Queries.ListOperationItemsAsync(operationId, after, limit))
            .ToResponse(item => item.Answer.ToResponse(item.ComputerId));
        return TypedResults.Ok(operation.ToResponse() with { Items = items.Items, NextCursor = items.NextCursor });
    }
}
