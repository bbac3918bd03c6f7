namespace Wuying.WebConsole.Access;

/// <summary>What can be done in the console, as coarse as roles tell it apart.</summary>
public enum ConsoleDeed
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Look.</summary>
    Look = 1,
    /// <summary>Update, cancel, push, make snapshots, restore: whatever operators do with computers and images.</summary>
    Operate = 2,
    /// <summary>Change what holds for a whole region: the automatic push, the daily quota.</summary>
    ChangeSettings = 3,
    /// <summary>Steer the simulated clock.</summary>
    SteerClock = 4,
}
