namespace Wuying.Contracts.Simulation;

/// <summary>Where the clock of a store is kept, so that it goes on after a restart where it stood.</summary>
public interface IClockStore
{
    /// <summary>The clock as last saved, with <see cref="StoredClock.Now"/> never before the youngest event; null in a new store.</summary>
    Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken);

    /// <summary>Saves the clock durably.</summary>
    Task SaveClockAsync(StoredClock clock, CancellationToken cancellationToken);
}
