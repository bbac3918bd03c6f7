namespace Wuying.Domain.Updates;

/// <summary>How far a pending update is.</summary>
public enum PendingUpdateState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Shown to the end users, not decided yet.</summary>
    Offered = 1,
    /// <summary>Its time has not come.</summary>
    Scheduled = 2,
    /// <summary>Its time has come, and something stands against the start.</summary>
    Waiting = 3,
    /// <summary>The computer is being updated.</summary>
    Running = 4,
}
