namespace Wuying.Contracts.Simulation;

/// <summary>Where the clock of a store is kept, so that it goes on after a restart where it stood.</summary>
public interface IClockStore
{
    /// <summary>The clock as last saved, with <see cref="StoredClock.Now"/> never before the youngest event; null in a new store.</summary>
    Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken);

    /// <summary>Saves the clock durably, unless somebody else has begun a term in the meantime.</summary>
    /// <param name="clock">The clock.</param>
    /// <param name="term">The term of the one who saves; 0 where nobody ever began one.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>False when the term is over: nothing was saved, and whoever asked must not move the clock any more.</returns>
    Task<bool> SaveClockAsync(StoredClock clock, long term, CancellationToken cancellationToken);

    /// <summary>Begins a new term, which ends the one before. The clock must have been saved once.</summary>
    /// <returns>The term's number, higher than any before.</returns>
    Task<long> BeginTermAsync(CancellationToken cancellationToken);
}
