namespace Wuying.Domain.Updates;

/// <summary>How far the snapshot is that an update needs before it may start (R18, R19).</summary>
public enum UpdateSnapshot
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Its time has not come.</summary>
    Pending = 1,
    /// <summary>It is being made.</summary>
    Creating = 2,
    /// <summary>It is there.</summary>
    Ready = 3,
    /// <summary>The last attempt failed; it is tried again.</summary>
    Failed = 4,
    /// <summary>The caller wanted none (immediate updates only).</summary>
    NotWanted = 5,
}
