namespace Wuying.WebConsole.Access;

/// <summary>What can be done in the console, as coarse as roles tell it apart.</summary>
public enum ConsoleDeed
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Look.</summary>
    Look = 1,
    /// <summary>Update, cancel, push, make snapshots, restore: whatever operators do with computers and images, and for end users.</summary>
    Operate = 2,
    /// <summary>Change what the service does by itself: a region's automatic push and quota, the clock, the simulation.</summary>
    ChangeSettings = 3,
}
