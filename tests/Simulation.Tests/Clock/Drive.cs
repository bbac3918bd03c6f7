using Microsoft.Extensions.Logging.Abstractions;
using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A simulated clock with its driver, without Orleans. Its real time is a second simulated clock, moved by hand.</summary>
internal sealed class Drive : IAsyncDisposable
{
    public static readonly DateTimeOffset Start = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ClockDriver _realDriver;

    public Drive(double rate = 0)
    {
        Real = new SimulatedClock(Start, TestTime.Real);
        _realDriver = new ClockDriver(Real, TestTime.Real, NullLogger<ClockDriver>.Instance);
        _realDriver.Start();
        Clock = new SimulatedClock(Start, Real);
        Clock.Steer(rate, paused: false);
        Driver = new ClockDriver(Clock, Real, NullLogger<ClockDriver>.Instance);
        Driver.Start();
    }

    public SimulatedClock Real { get; }

    public SimulatedClock Clock { get; }

    public ClockDriver Driver { get; }

    public TimeSpan Elapsed => Clock.GetUtcNow() - Start;

    public Task AdvanceToAsync(DateTimeOffset to) => Driver.AdvanceAsync(to);

    public Task AdvanceAsync(TimeSpan by) => Driver.AdvanceAsync(Clock.GetUtcNow() + by).InTime();

    public Task PassRealTimeAsync(TimeSpan by) => _realDriver.AdvanceAsync(Real.GetUtcNow() + by).InTime();

    public async ValueTask DisposeAsync()
    {
        await Driver.DisposeAsync();
        await _realDriver.DisposeAsync();
    }
}
