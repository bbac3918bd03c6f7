using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Tests.Clock;

/// <summary>A clock store in memory; it outlives the clusters that use it.</summary>
internal sealed class RememberedClock(StoredClock? clock = null) : IClockStore
{
    public StoredClock? Clock { get; private set; } = clock;

    public Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken) => Task.FromResult(Clock);

    public long Term { get; private set; }

    public Task<bool> SaveClockAsync(StoredClock clock, long term, CancellationToken cancellationToken)
    {
        Clock = term == Term ? clock : Clock;
        return Task.FromResult(term == Term);
    }

    public Task<long> BeginTermAsync(CancellationToken cancellationToken) => Task.FromResult(++Term);
}
