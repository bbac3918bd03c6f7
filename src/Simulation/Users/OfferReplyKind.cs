namespace Wuying.Simulation.Users;

/// <summary>What can be said to an offer.</summary>
internal enum OfferReplyKind
{
    /// <summary>Nothing for now.</summary>
    Ignore = 0,
    /// <summary>Yes.</summary>
    Accept = 1,
    /// <summary>No.</summary>
    Decline = 2,
}
