using Wuying.Domain.Updates;

namespace Wuying.Simulation.Users;

/// <summary>What a simulated user says to an offer (R8, R9).</summary>
/// <param name="Kind">Yes, no, or nothing for now.</param>
/// <param name="Delay">For a yes: how long to wait before the start.</param>
/// <param name="StateAfterwards">For a yes: what the computer is to do then.</param>
internal readonly record struct OfferReply(OfferReplyKind Kind, TimeSpan Delay, StateAfterwards StateAfterwards)
{
    /// <summary>Nothing for now.</summary>
    public static readonly OfferReply Ignore = new(OfferReplyKind.Ignore, default, default);

    /// <summary>No.</summary>
    public static readonly OfferReply Decline = new(OfferReplyKind.Decline, default, default);

    /// <summary>Yes.</summary>
    public static OfferReply Accept(TimeSpan delay, StateAfterwards stateAfterwards) => new(OfferReplyKind.Accept, delay, stateAfterwards);
}
