namespace Wuying.Contracts.Simulation;

/// <summary>What a clock shows at one moment.</summary>
/// <param name="IsSimulated">False for the system's clock, which can be read but not steered.</param>
/// <param name="Now">The clock's instant, UTC.</param>
/// <param name="Rate">Simulated seconds per real second; 1 for a real clock.</param>
/// <param name="Paused">True while a simulated clock stands still.</param>
/// <param name="LagSeconds">Simulated seconds by which the clock is behind what its rate asks for, because it waits for work.</param>
[GenerateSerializer, Immutable, Alias("wuying.clock-view")]
public sealed record ClockView(
    [property: Id(0)] bool IsSimulated,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] double Rate,
    [property: Id(3)] bool Paused,
    [property: Id(4)] double LagSeconds);
