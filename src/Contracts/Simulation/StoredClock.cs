namespace Wuying.Contracts.Simulation;

/// <summary>A clock as it is stored.</summary>
/// <param name="IsSimulated">False for the system's clock.</param>
/// <param name="Now">The simulated instant when it was saved.</param>
/// <param name="Rate">Simulated seconds per real second.</param>
/// <param name="Paused">True when it stood still.</param>
public sealed record StoredClock(bool IsSimulated, DateTimeOffset Now, double Rate, bool Paused);
