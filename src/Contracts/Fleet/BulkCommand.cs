using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>What a bulk request asks of each computer. Exactly one member is set.</summary>
/// <param name="Update">Ask for an update.</param>
/// <param name="CancelRequestedBy">Cancel the pending update; who asks.</param>
/// <param name="Offer">Show an update to the end users.</param>
/// <param name="Withdrawal">Show it no longer.</param>
[GenerateSerializer, Immutable, Alias("wuying.bulk-command")]
public sealed record BulkCommand(
    [property: Id(0)] UpdateRequest? Update,
    [property: Id(1)] string? CancelRequestedBy,
    [property: Id(2)] UpdateOffer? Offer = null,
    [property: Id(3)] OfferWithdrawal? Withdrawal = null)
{
    /// <summary>Asks one computer.</summary>
    public Task<Answer> AskAsync(ICloudComputerGrain computer) => this switch
    {
        { Update: { } update } => computer.RequestUpdateAsync(update),
        { CancelRequestedBy: { } requestedBy } => computer.CancelUpdateAsync(requestedBy),
        { Offer: { } offer } => computer.OfferUpdateAsync(offer),
        { Withdrawal: { } order } => computer.WithdrawOfferAsync(order),
        _ => Task.FromResult(Answer.Rejected(RejectionCode.InvalidRequest, "The bulk request asks for nothing.")),
    };
}
