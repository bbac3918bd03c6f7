namespace Wuying.WebConsole.CloudComputers;

/// <summary>Which computers are meant, as a version sees them.</summary>
public enum ComputerScope
{
    /// <summary>Those that can be updated to it.</summary>
    ToUpdate = 0,
    /// <summary>Those that are at it, or beyond.</summary>
    Updated = 1,
    /// <summary>All of the region.</summary>
    All = 2,
}
