using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock;

/// <summary>Ties the clock's life to the silo's: chosen before reminders are read, moving only while the silo is active.</summary>
internal sealed class ClockLifecycle(ClockKeeper keeper, ILocalSiloDetails silo) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>After the storage services, on which an <see cref="IClockStore"/> may stand, and before the reminder service.</summary>
    private const int Load = ServiceLifecycleStage.RuntimeGrainServices - 100;

    public void Participate(ISiloLifecycle lifecycle)
    {
        lifecycle.Subscribe(nameof(ClockLifecycle), Load, token => keeper.LoadAsync(silo.SiloAddress, token));
        lifecycle.Subscribe(nameof(ClockLifecycle), ServiceLifecycleStage.Active, StartAsync, keeper.StopAsync);
    }

    private Task StartAsync(CancellationToken cancellationToken)
    {
        keeper.Start();
        return Task.CompletedTask;
    }
}
