namespace Wuying.Contracts.Fleet;

/// <summary>How far an update is, or how it ended: one word for both.</summary>
public enum UpdateRowState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Shown to end users.</summary>
    Offered = 1,
    /// <summary>Its time has not come.</summary>
    Scheduled = 2,
    /// <summary>Something stands against its start.</summary>
    Waiting = 3,
    /// <summary>The computer is being updated.</summary>
    Running = 4,
    /// <summary>Done.</summary>
    Succeeded = 5,
    /// <summary>Ran and failed.</summary>
    Failed = 6,
    /// <summary>Never started.</summary>
    Missed = 7,
    /// <summary>Withdrawn.</summary>
    Cancelled = 8,
    /// <summary>Replaced by a newer one.</summary>
    Superseded = 9,
}
