using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock.Shared;

namespace Wuying.Simulation.Clock;

/// <summary>Ties the clock's life to the silo's: chosen before reminders are read, moving only while the silo is active.</summary>
internal sealed class ClockLifecycle(ClockKeeper keeper, ClockWatch watch, ILocalSiloDetails silo) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>After the storage services, on which an <see cref="IClockStore"/> may stand, and before the reminder service.</summary>
    private const int Load = ServiceLifecycleStage.RuntimeGrainServices - 100;

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(ClockLifecycle), Load, token => keeper.LoadAsync(silo.SiloAddress, token));
        lifecycle.Subscribe(nameof(ClockLifecycle), ServiceLifecycleStage.Active, StartAsync, StopAsync);
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        keeper.Start();
        if (keeper.IsLed)
        {
            watch.Start();
        }

        return Task.CompletedTask;
    }

    private async Task StopAsync(CancellationToken cancellationToken)
    {
        await watch.StopAsync();
        await keeper.StopAsync(cancellationToken);
    }
}
