using Wuying.Contracts.Simulation;

namespace Wuying.Storage.Sqlite;

/// <summary>Keeps the clock, in the same file as what happened by it.</summary>
internal sealed class SqliteClockStore(SqliteFleetStore store) : IClockStore
{
    public Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken) => store.AskAsync(session => session.Query(
        "SELECT is_simulated, max(now, (SELECT at FROM youngest_event)), rate, paused FROM clock",
        row => new StoredClock(row.Bool(0), row.Instant(1), row.Double(2), row.Bool(3))).SingleOrDefault());

    public Task SaveClockAsync(StoredClock clock, CancellationToken cancellationToken) => store.WorkAsync("k/clock", session => session.Run(
        """
        INSERT INTO clock (id, is_simulated, now, rate, paused) VALUES (1, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            is_simulated = excluded.is_simulated, now = excluded.now, rate = excluded.rate, paused = excluded.paused
        """,
        clock.IsSimulated, clock.Now, clock.Rate, clock.Paused));
}
