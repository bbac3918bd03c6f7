using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Wuying.Api.Hosting;
using Wuying.Api.Requests;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;

namespace Wuying.Api.Updates;

/// <summary>Asks many computers the same: named ones now, each for its own answer; what a filter finds through an operation (R24).</summary>
internal sealed class ManyComputers(Cluster cluster, IOptions<WaveOptions> waves)
{
    /// <summary>Asks named computers, a wave at a time. One entry a computer, in request order; a computer named twice is asked once.</summary>
    public async Task<Ok<BulkAnswersResponse>> AskEachAsync(RegionId region, IReadOnlyList<string> computerIds, BulkCommand command)
    {
        var answers = new Dictionary<string, BulkAnswerResponse>(computerIds.Count, StringComparer.Ordinal);
        foreach (var wave in computerIds.Distinct(StringComparer.Ordinal).Chunk(waves.Value.UpdateWaveSize))
        {
            foreach (var answer in await Task.WhenAll(wave.Select(id => AskAsync(region, new CloudComputerId(id), command))))
            {
                answers.Add(answer.ComputerId, answer);
            }
        }

        return TypedResults.Ok(new BulkAnswersResponse([.. computerIds.Select(id => answers[id])]));
    }

    /// <summary>Freezes what a filter finds, and begins to ask it.</summary>
    public async Task<Accepted<OperationResponse>> BeginOperationAsync(RegionId region, ComputerFilter filter, BulkCommand command, HttpContext context)
    {
        var operation = await cluster.BulkOperation(context.NewId("op-")).BeginAsync(region, filter, command);
        return TypedResults.Accepted($"/api/v1/operations/{operation.Id}", operation.ToResponse());
    }

    private async Task<BulkAnswerResponse> AskAsync(RegionId region, CloudComputerId id, BulkCommand command)
    {
        try
        {
            var grain = cluster.Computer(id);
            return (await grain.GetAsync() is { } known && known.RegionId == region
                ? await command.AskAsync(grain)
                : Answer.Rejected(RejectionCode.ComputerNotFound, $"{region} has no cloud computer {id}.")).ToResponse(id);
        }
#pragma warning disable CA1031 // One that does not answer must not hide the answers of the others (R24).
        catch (Exception)
#pragma warning restore CA1031
        {
            return Answer.Rejected(RejectionCode.OutcomeUnknown, "No answer came in time; ask again.").ToResponse(id);
        }
    }
}
