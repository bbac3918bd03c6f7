namespace Wuying.Domain.Updates;

/// <summary>How an update was asked for.</summary>
public enum UpdateMethod
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>At once (R14).</summary>
    Immediate = 1,
    /// <summary>In the window of a picked day (R15).</summary>
    Scheduled = 2,
    /// <summary>Offered to the end users, who decide (R8).</summary>
    Offered = 3,
}
