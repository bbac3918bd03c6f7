namespace Wuying.Domain.Updates;

/// <summary>How an update ended.</summary>
public enum UpdateOutcome
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>The computer runs the new version.</summary>
    Succeeded = 1,
    /// <summary>It ran and failed; the old version is in force (R25).</summary>
    Failed = 2,
    /// <summary>It never started (R20).</summary>
    Missed = 3,
    /// <summary>It was withdrawn before it started (R22).</summary>
    Cancelled = 4,
    /// <summary>A newer request took its place (R21).</summary>
    Superseded = 5,
}
