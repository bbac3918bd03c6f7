using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Wuying.Api.CloudComputers;
using Wuying.Api.Hosting;
using Wuying.Api.Problems;
using Wuying.Api.Regions;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Updates;

/// <summary>Asking for updates, and cancelling them (R12–R24).</summary>
internal static class UpdateEndpoints
{
    public static void MapUpdates(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/regions/{regionId}/updates").WithTags("Updates");
        group.MapPost("/", RequestAsync).WithName("RequestUpdates").WithSummary("Asks for updates of many computers")
            .WithDescription("By computerIds: 200 with one entry a computer, in request order; a computer named twice is asked once. By filter: 202 with an operation that works on the set frozen at that moment.");
        group.MapGet("/", UpdatesOfDayEndpoint.ListAsync).WithName("ListUpdates").WithSummary("The updates of one day, with counts")
            .WithDescription("Of today unless date says otherwise. Counts are of the whole day, not of the filtered items (R33).");
        api.MapDelete("/computers/{computerId}/pending-update", CancelAsync).WithTags("Updates").WithName("CancelUpdate")
            .WithSummary("Cancels the pending update").WithDescription("Until it starts; the place in the quota is given back (R22).");
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, ProblemHttpResult>> RequestAsync(
        string regionId, UpdatesRequest request, Cluster cluster, IOptions<WaveOptions> waves, HttpContext context)
    {
        if (await cluster.FindRegionAsync(regionId) is not { } region)
        {
            return RegionEndpoints.NotFound(regionId);
        }

        var errors = new InputErrors();
        UpdatesRequestReader.Check(request, errors);
        var filter = request.Filter is null ? null : new ComputerFilterReader("filter.", errors).Read(region.Id, request.Filter.ToFields());
        if (!errors.IsEmpty)
        {
            return errors.ToProblem();
        }

        if (VersionReader.TargetOf(region, request.Version) is not { } target)
        {
            return VersionReader.NotFound(region, request.Version);
        }

        var wanted = UpdatesRequestReader.ToDomain(request, target, context.RequestedBy());
        return filter is null
            ? TypedResults.Ok(await AskEachAsync(region.Id, request.ComputerIds ?? [], wanted, cluster, waves.Value.UpdateWaveSize))
            : await BeginOperationAsync(region.Id, filter, wanted, cluster, context);
    }

    private static async Task<Results<Ok<BulkAnswersResponse>, Accepted<OperationResponse>, ProblemHttpResult>> BeginOperationAsync(
        RegionId region, ComputerFilter filter, UpdateRequest wanted, Cluster cluster, HttpContext context)
    {
        if (wanted.Date is { } day && ProductRegion.CalendarOf(region).WhyNotPickable(day, await cluster.GetNowAsync()) is { } refused)
        {
            return refused.ToProblem();
        }

        var operation = await cluster.BulkOperation(context.NewId("op-")).BeginAsync(region, filter, new BulkCommand(wanted, null));
        return TypedResults.Accepted($"/api/v1/operations/{operation.Id}", operation.ToResponse());
    }

    private static async Task<BulkAnswersResponse> AskEachAsync(
        RegionId region, IReadOnlyList<string> computerIds, UpdateRequest wanted, Cluster cluster, int waveSize)
    {
        var answers = new Dictionary<string, BulkAnswerResponse>(computerIds.Count, StringComparer.Ordinal);
        foreach (var wave in computerIds.Distinct(StringComparer.Ordinal).Chunk(waveSize))
        {
            foreach (var answer in await Task.WhenAll(wave.Select(AskAsync)))
            {
                answers.Add(answer.ComputerId, answer);
            }
        }

        return new([.. computerIds.Select(id => answers[id])]);

        async Task<BulkAnswerResponse> AskAsync(string id)
        {
            var computer = new CloudComputerId(id);
            try
            {
                var grain = cluster.Computer(computer);
                return (await grain.GetAsync() is { } known && known.RegionId == region
                    ? await grain.RequestUpdateAsync(wanted)
                    : Answer.Rejected(RejectionCode.ComputerNotFound, $"{region} has no cloud computer {id}.")).ToResponse(computer);
            }
#pragma warning disable CA1031 // One that does not answer must not hide the answers of the others (R24).
            catch (Exception)
#pragma warning restore CA1031
            {
                return Answer.Rejected(RejectionCode.OutcomeUnknown, "No answer came in time; ask again.").ToResponse(computer);
            }
        }
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> CancelAsync(string computerId, Cluster cluster, HttpContext context)
    {
        var answer = await cluster.Computer(new CloudComputerId(computerId)).CancelUpdateAsync(context.RequestedBy());
        return answer.Rejection is { } refused ? refused.ToProblem() : TypedResults.NoContent();
    }
}
