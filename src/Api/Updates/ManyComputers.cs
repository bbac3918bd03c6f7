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
internal sealed class ManyComputers(Cluster cluster, IOptions<WaveOptions> waves, TimeProvider clock)
{
    // A computer whose silo stops or dies is soon at home in another one.
    private const int AttemptsMax = 4;
    private static readonly TimeSpan RetryDelay = TimeSpan.FromMilliseconds(250);

    private static readonly Answer Unknown = Answer.Rejected(RejectionCode.OutcomeUnknown, "No answer came in time; ask again.");

    /// <summary>
    /// Asks named computers, a wave at a time. One entry a computer, in request order; a computer named twice is asked once. Where one
    /// does not answer though it is asked several times, its outcome is unknown: such an answer is not kept under the request's key.
    /// </summary>
    public async Task<Ok<BulkAnswersResponse>> AskEachAsync(RegionId region, IReadOnlyList<string> computerIds, BulkCommand command, HttpContext context)
    {
        var answers = new Dictionary<string, BulkAnswerResponse>(computerIds.Count, StringComparer.Ordinal);
        foreach (var wave in computerIds.Distinct(StringComparer.Ordinal).Chunk(waves.Value.UpdateWaveSize))
        {
            foreach (var (id, answer) in await AskWaveAsync(region, wave, command))
            {
                answers.Add(id, (answer ?? Unknown).ToResponse(new CloudComputerId(id)));
                if (answer is null || answer.Rejection?.Code is RejectionCode.OutcomeUnknown)
                {
                    context.Features.Set(UnsettledAnswer.Mark);
                }
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

    private async Task<Dictionary<string, Answer?>> AskWaveAsync(RegionId region, string[] wave, BulkCommand command)
    {
        var answers = wave.ToDictionary(id => id, _ => (Answer?)null, StringComparer.Ordinal);
        for (var attempt = 1; attempt <= AttemptsMax; attempt++)
        {
            var missing = answers.Where(answer => answer.Value is null).Select(answer => answer.Key).ToArray();
            await (missing.Length > 0 && attempt > 1 ? Task.Delay(RetryDelay, clock) : Task.CompletedTask);
            foreach (var (id, answer) in await Task.WhenAll(missing.Select(async id => (id, await AskAsync(region, new CloudComputerId(id), command)))))
            {
                answers[id] = answer;
            }
        }

        return answers;
    }

    /// <returns>Null when it may answer if it is asked again at once.</returns>
    private async Task<Answer?> AskAsync(RegionId region, CloudComputerId id, BulkCommand command)
    {
        try
        {
            var grain = cluster.Computer(id);
            return await grain.GetAsync() is { } known && known.RegionId == region
                ? await command.AskAsync(grain)
                : Answer.Rejected(RejectionCode.ComputerNotFound, $"{region} has no cloud computer {id}.");
        }
        catch (TimeoutException)
        {
            return Unknown;
        }
#pragma warning disable CA1031 // One that does not answer must not hide the answers of the others (R24).
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
