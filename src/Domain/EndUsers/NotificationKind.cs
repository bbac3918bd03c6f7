namespace Wuying.Domain.EndUsers;

/// <summary>What an end user is told about.</summary>
public enum NotificationKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>An update is offered; the user decides (R8).</summary>
    Offer = 1,
    /// <summary>An update has a time (R10).</summary>
    Scheduled = 2,
    /// <summary>An update that the user was told of is replaced by another (R21).</summary>
    Changed = 3,
    /// <summary>An update or an offer was withdrawn (R22).</summary>
    Cancelled = 4,
    /// <summary>The computer cannot be used for some minutes (R13).</summary>
    Started = 5,
    /// <summary>The computer is back with the new version.</summary>
    Finished = 6,
    /// <summary>The update failed (R25).</summary>
    Failed = 7,
    /// <summary>The update did not take place (R20).</summary>
    Missed = 8,
}
