using System.Diagnostics.Metrics;
using Wuying.Contracts.Simulation;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Hosting;

/// <summary>What a silo's own simulated clock shows to metrics. A clock that silos share is led elsewhere, and measured where it is led.</summary>
internal sealed class ClockInstruments(IMeterFactory meters, ClockKeeper keeper) : ILifecycleParticipant<ISiloLifecycle>
{
    /// <summary>The name of the meter.</summary>
    public const string MeterName = "Wuying.Simulation";

    // There is a clock to read only once the silo has chosen it.
    public void Participate(ISiloLifecycle lifecycle) => lifecycle.Subscribe(nameof(ClockInstruments), ServiceLifecycleStage.Active, BeginAsync);

    private Task BeginAsync(CancellationToken cancellationToken)
    {
        var meter = meters.Create(MeterName);
        meter.CreateObservableGauge("wuying.clock.lag", () => Measure(view => view.LagSeconds), "s", "Simulated time by which the clock is behind what its rate asks for.");
        meter.CreateObservableGauge("wuying.clock.rate", () => Measure(view => view.Paused ? 0 : view.Rate), "1", "Simulated seconds a second that are asked for; 0 while the clock is paused.");
        return Task.CompletedTask;
    }

    private Measurement<double>[] Measure(Func<ClockView, double> read) =>
        keeper is { IsLed: false, View: { IsSimulated: true } view } ? [new(read(view))] : [];
}
