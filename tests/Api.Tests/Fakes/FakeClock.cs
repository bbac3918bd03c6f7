using Wuying.Contracts.Simulation;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeClock : ISimulationGrain
{
    public bool IsReal { get; set; }

    public Exception? Failure { get; set; }

    public Task<ClockView> GetClockAsync() => Failure is null
        ? Task.FromResult(new ClockView(!IsReal, FakeFleet.Now, 60, Paused: true, 0))
        : Task.FromException<ClockView>(Failure);

    public Task<ClockView?> SteerAsync(double? rate, bool? paused) =>
        Task.FromResult(IsReal ? null : new ClockView(true, FakeFleet.Now, rate ?? 60, paused ?? true, 0));

    public Task<ClockView?> AdvanceAsync(DateTimeOffset to) => Task.FromResult(IsReal ? null : new ClockView(true, to, 60, true, 0));
}
