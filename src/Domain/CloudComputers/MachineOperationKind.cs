namespace Wuying.Domain.CloudComputers;

/// <summary>What a machine can be asked to do that takes time.</summary>
public enum MachineOperationKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Install a version and restart (R13).</summary>
    Updating = 1,
    /// <summary>Go down and up.</summary>
    Restarting = 2,
    /// <summary>Go up; also the end of being made.</summary>
    Starting = 3,
    /// <summary>Go down.</summary>
    Stopping = 4,
    /// <summary>Make a snapshot; the computer can be used meanwhile.</summary>
    Snapshotting = 5,
    /// <summary>Go back to a snapshot (R26).</summary>
    Restoring = 6,
}
