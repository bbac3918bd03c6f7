namespace Wuying.Simulation.Clock;

/// <summary>Which time the fleet lives in.</summary>
public enum ClockMode
{
    /// <summary>The system's clock, which can be read but not steered.</summary>
    Real = 1,

    /// <summary>A clock of the service's own, which can be paused, set to a rate and advanced.</summary>
    Simulated = 2,
}
