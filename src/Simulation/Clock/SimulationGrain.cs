using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock;

/// <summary>The clock's door in the cluster.</summary>
[GrainType("simulation")]
internal sealed class SimulationGrain(ClockKeeper keeper) : Grain, ISimulationGrain
{
    public Task<ClockView> GetClockAsync() => Task.FromResult(keeper.View);

    public Task<ClockView?> SteerAsync(double? rate, bool? paused) => keeper.SteerAsync(rate, paused);

    public Task<ClockView?> AdvanceAsync(DateTimeOffset to) => keeper.AdvanceAsync(to);
}
