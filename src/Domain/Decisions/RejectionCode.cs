namespace Wuying.Domain.Decisions;

/// <summary>The closed list of reasons and refusals (rule book, "Answers"). A new value goes to the end; older silos show it as its number.</summary>
public enum RejectionCode
{
    /// <summary>Never used: a code that was not set is a bug.</summary>
    Unspecified = 0,
    /// <summary>No cloud computer has this id.</summary>
    ComputerNotFound = 1,
    /// <summary>No region has this id.</summary>
    RegionNotFound = 2,
    /// <summary>The region's catalogue has no such version.</summary>
    VersionNotFound = 3,
    /// <summary>No image has this id.</summary>
    ImageNotFound = 4,
    /// <summary>The computer has no such snapshot.</summary>
    SnapshotNotFound = 5,
    /// <summary>No end user has this id.</summary>
    UserNotFound = 6,
    /// <summary>The request itself is wrong.</summary>
    InvalidRequest = 7,
    /// <summary>Only a running computer is updated or connected to (R12).</summary>
    ComputerNotRunning = 8,
    /// <summary>A connected computer is never updated (R12).</summary>
    ComputerConnected = 9,
    /// <summary>The computer is in the middle of another operation.</summary>
    ComputerBusy = 10,
    /// <summary>An update of this computer is running (R9, R14).</summary>
    UpdateInProgress = 11,
    /// <summary>The target is not newer than the current version (R4).</summary>
    AlreadyUpToDate = 12,
    /// <summary>The day is past, is today, or begins in less than three hours (R16).</summary>
    DateTooSoon = 13,
    /// <summary>The day is more than 30 days ahead (R16).</summary>
    DateTooFar = 14,
    /// <summary>The day's quota is used up (R17).</summary>
    DailyQuotaExceeded = 15,
    /// <summary>There is no pending update to act on.</summary>
    NoPendingUpdate = 16,
    /// <summary>The update's snapshot is not there yet (R19).</summary>
    SnapshotMissing = 17,
    /// <summary>The snapshot could not be made.</summary>
    SnapshotFailed = 18,
    /// <summary>The snapshot cannot be restored from.</summary>
    SnapshotNotUsable = 19,
    /// <summary>The operation needs a stopped or faulted computer (R26).</summary>
    ComputerNotStopped = 20,
    /// <summary>The image is being updated already (R11).</summary>
    ImageUpdateInProgress = 21,
    /// <summary>Single versions cannot be stopped while automatic push is on (R7).</summary>
    AutomaticPushEnabled = 22,
    /// <summary>Nothing was offered to this user for this computer.</summary>
    NotOffered = 23,
    /// <summary>The user is not assigned to the computer.</summary>
    NotEntitled = 24,
    /// <summary>Too little of the window is left for an update to finish in it (R20).</summary>
    WindowTooShort = 25,
    /// <summary>The window has ended (R20).</summary>
    WindowClosed = 26,
    /// <summary>The update ran and failed (R25).</summary>
    UpdateFailed = 27,
    /// <summary>A newer request took its place (R21).</summary>
    Superseded = 28,
    /// <summary>Somebody cancelled it (R22).</summary>
    CancelledByRequest = 29,
    /// <summary>Nobody can say whether it happened; asking again with the same key is safe.</summary>
    OutcomeUnknown = 30,
}
