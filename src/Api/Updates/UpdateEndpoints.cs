using Microsoft.AspNetCore.Http.HttpResults;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;

namespace Wuying.Api.Updates;

/// <summary>Asking for updates, and cancelling them (R12–R24).</summary>
internal static class UpdateEndpoints
{
    private const string Whom =
        "By computerIds: 200 with one entry a computer, in request order; a computer named twice is asked once. By filter: 202 with an operation that works on the set frozen at that moment.";

    public static void MapUpdates(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/updates").WithTags("Updates");
        group.MapPost("/", RequestAsync).WithName("RequestUpdates").WithSummary("Asks for updates of many computers")
            .WithDescription(Whom);
        group.MapPost("/cancel", CancelManyAsync).WithName("CancelUpdates").WithSummary("Cancels the pending updates of many computers")
            .WithDescription($"{Whom} What runs already is left alone and answers UpdateInProgress; places in the quota are given back (R22).");
        group.MapGet("/", UpdatesOfDayEndpoint.ListAsync).WithName("ListUpdates").WithSummary("The updates of one day, with counts")
            .WithDescription("Of today unless date says otherwise. Counts are of the whole day, not of the filtered items (R33).");
        api.MapDelete("/computers/{computerId}/pending-update", CancelAsync).WithTags("Updates").WithName("CancelUpdate")
            .WithSummary("Cancels the pending update").WithDescription("Until it starts; the place in the quota is given back (R22).");
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, ProblemHttpResult>> RequestAsync(
        string regionId, UpdatesRequest request, Cluster cluster, ManyComputers computers, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var filter = request.ReadFilter(region.Id, errors);
        UpdatesRequestReader.Check(request, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        if (VersionReader.TargetOf(region, request.Version) is not { } target)
        {
            return VersionReader.NotFound(region, request.Version);
        }

        var wanted = UpdatesRequestReader.ToDomain(request, target, context.RequestedBy());
        if (filter is null)
        {
            return await computers.AskEachAsync(region.Id, request.ComputerIds ?? [], new BulkCommand(wanted, null), context);
        }

        return wanted.Date is { } day && ProductRegion.CalendarOf(region.Id).WhyNotPickable(day, await cluster.GetNowAsync()) is { } refused
            ? refused.ToProblem()
            : await computers.BeginOperationAsync(region.Id, filter, new BulkCommand(wanted, null), context);
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, ProblemHttpResult>> CancelManyAsync(
        string regionId, CancelUpdatesRequest request, Cluster cluster, ManyComputers computers, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        var filter = request.ReadFilter(region.Id, errors);
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        var command = new BulkCommand(null, context.RequestedBy());
        return filter is null
            ? await computers.AskEachAsync(region.Id, request.ComputerIds ?? [], command, context)
            : await computers.BeginOperationAsync(region.Id, filter, command, context);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(string computerId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).CancelUpdateAsync(context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }
}
