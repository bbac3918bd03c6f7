namespace Wuying.Domain.CloudComputers;

/// <summary>What a cloud computer is doing.</summary>
public enum CloudComputerStatus
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Being made from its image.</summary>
    Creating = 1,
    /// <summary>Up: it can be connected to, and updated when nobody is.</summary>
    Running = 2,
    /// <summary>Down.</summary>
    Stopped = 3,
    /// <summary>On its way up.</summary>
    Starting = 4,
    /// <summary>On its way down.</summary>
    Stopping = 5,
    /// <summary>Down and up again.</summary>
    Restarting = 6,
    /// <summary>Its image is being updated (R13).</summary>
    Updating = 7,
    /// <summary>Going back to a snapshot (R26).</summary>
    Restoring = 8,
    /// <summary>A failed update left it unable to serve (R25).</summary>
    Faulted = 9,
    /// <summary>Its subscription has run out.</summary>
    Expired = 10,
    /// <summary>Gone; only its history is left.</summary>
    Deleted = 11,
}
