using Microsoft.Extensions.DependencyInjection;
using Orleans.Concurrency;
using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock.Shared;

namespace Wuying.Simulation.Clock;

/// <summary>The clock's door in the cluster, and the place from which a shared clock is led.</summary>
[GrainType("simulation"), KeepAlive, Reentrant]
internal sealed class SimulationGrain(ClockKeeper keeper, IServiceProvider services) : Grain, ISimulationGrain
{
    private ClockConductor? _conductor;

    private IClockSteering Steering => _conductor is { } conductor ? conductor : keeper;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (keeper.IsLed)
        {
            var conductor = ActivatorUtilities.CreateInstance<ClockConductor>(services);
            await conductor.StartAsync(cancellationToken);
            _conductor = conductor;
        }
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken) =>
        _conductor?.StopAsync() ?? Task.CompletedTask;

    public Task<ClockView> GetClockAsync()
    {
        if (_conductor is { IsInOffice: false })
        {
            // Whoever asks next finds the one who leads now.
            DeactivateOnIdle();
        }

        return Task.FromResult(Steering.View);
    }

    public Task<ClockView?> SteerAsync(double? rate, bool? paused) => Steering.SteerAsync(rate, paused);

    public Task<ClockView?> AdvanceAsync(DateTimeOffset to) => Steering.AdvanceAsync(to);
}
