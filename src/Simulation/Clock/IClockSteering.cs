using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock;

/// <summary>Reads and steers the fleet's clock: that of a silo alone, or the one that a cluster shares.</summary>
internal interface IClockSteering
{
    /// <summary>What the clock shows.</summary>
    ClockView View { get; }

    /// <summary>Changes rate or pause; null leaves a setting as it is.</summary>
    /// <returns>The clock afterwards; null when it is the system's.</returns>
    Task<ClockView?> SteerAsync(double? rate, bool? paused);

    /// <summary>Moves the clock to an instant, and returns when all that was due by then has settled.</summary>
    /// <returns>The clock afterwards; null when it is the system's.</returns>
    Task<ClockView?> AdvanceAsync(DateTimeOffset to);
}
