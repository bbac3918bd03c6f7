namespace Wuying.Api.Simulation;

/// <summary>Which clock the service lives by.</summary>
public enum ClockMode
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>The system's.</summary>
    Real = 1,
    /// <summary>One that can be steered.</summary>
    Simulated = 2,
}
