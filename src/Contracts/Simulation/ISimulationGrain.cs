namespace Wuying.Contracts.Simulation;

/// <summary>Reads and steers the clock that the whole service lives by. One grain, key <c>clock</c>; called by the Api.</summary>
[Alias("wuying.ISimulationGrain")]
public interface ISimulationGrain : IGrainWithStringKey
{
    /// <summary>The only key of this grain.</summary>
    const string Key = "clock";

    /// <summary>The clock's mode, instant, rate and lag.</summary>
    [Alias("get-clock"), Orleans.Concurrency.AlwaysInterleave]
    Task<ClockView> GetClockAsync();

    /// <summary>Changes rate or pause of a simulated clock. Null leaves a setting as it is.</summary>
    /// <returns>The clock afterwards, or null when the clock is real and cannot be steered.</returns>
    [Alias("steer"), Orleans.Concurrency.AlwaysInterleave]
    Task<ClockView?> SteerAsync(double? rate, bool? paused);

    /// <summary>Moves a simulated clock forward to an instant, doing all work that falls due on the way.</summary>
    /// <returns>The clock once it is there and all work due until then has settled; null when the clock is real.</returns>
    [Alias("advance"), Orleans.Concurrency.AlwaysInterleave, ResponseTimeout("06:00:00")]
    Task<ClockView?> AdvanceAsync(DateTimeOffset to);
}
