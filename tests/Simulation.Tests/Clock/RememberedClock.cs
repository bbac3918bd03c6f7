using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A clock store in memory; it outlives the clusters that use it.</summary>
internal sealed class RememberedClock(StoredClock? clock = null) : IClockStore
{
    public StoredClock? Clock { get; private set; } = clock;

    public Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken) => Task.FromResult(Clock);

    public Task SaveClockAsync(StoredClock clock, CancellationToken cancellationToken)
    {
        Clock = clock;
        return Task.CompletedTask;
    }
}
