namespace Wuying.Domain.CloudComputers;

/// <summary>What an operator may do with a computer's power.</summary>
public enum PowerCommand
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Go up.</summary>
    Start = 1,
    /// <summary>Go down; ends the session.</summary>
    Stop = 2,
    /// <summary>Go down and up; ends the session.</summary>
    Restart = 3,
}
