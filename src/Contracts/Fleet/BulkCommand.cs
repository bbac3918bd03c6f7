using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>What a bulk request asks of each computer. Exactly one member is set.</summary>
/// <param name="Update">Ask for an update.</param>
/// <param name="CancelRequestedBy">Cancel the pending update; who asks.</param>
[GenerateSerializer, Immutable, Alias("wuying.bulk-command")]
public sealed record BulkCommand(
    [property: Id(0)] UpdateRequest? Update,
    [property: Id(1)] string? CancelRequestedBy)
{
    /// <summary>Asks one computer.</summary>
    public Task<Answer> AskAsync(ICloudComputerGrain computer) => this switch
    {
        { Update: { } update } => computer.RequestUpdateAsync(update),
        { CancelRequestedBy: { } requestedBy } => computer.CancelUpdateAsync(requestedBy),
        _ => Task.FromResult(Answer.Rejected(RejectionCode.InvalidRequest, "The bulk request asks for nothing.")),
    };
}
