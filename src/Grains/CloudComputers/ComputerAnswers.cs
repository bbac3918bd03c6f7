using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Grains.CloudComputers;

/// <summary>What callers are told of facts.</summary>
internal static class ComputerAnswers
{
    /// <summary>The answer to whoever caused them. An offer that nobody had decided about is nothing older that gives way; a push that only renews or keeps away changes nothing that anybody sees.</summary>
    public static Answer To(CloudComputer? before, ImmutableArray<CloudComputerEvent> facts) => facts switch
    {
        [OfferRenewed] or [OfferWithdrawn { UpdateId: null }] => Answer.Unchanged,
        _ when before?.PendingUpdate is { State: not PendingUpdateState.Offered } && facts.Any(fact => fact is UpdateSuperseded) => Answer.Replaced,
        _ => Answer.Accepted,
    };
}
