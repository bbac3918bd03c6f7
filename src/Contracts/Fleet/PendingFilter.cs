namespace Wuying.Contracts.Fleet;

/// <summary>Selects computers by their pending update.</summary>
public enum PendingFilter
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Without one.</summary>
    None = 1,
    /// <summary>With one, in any state.</summary>
    Any = 2,
    /// <summary>Offered.</summary>
    Offered = 3,
    /// <summary>Scheduled.</summary>
    Scheduled = 4,
    /// <summary>Waiting.</summary>
    Waiting = 5,
    /// <summary>Running.</summary>
    Running = 6,
}
