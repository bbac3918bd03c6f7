using Wuying.Contracts.Simulation;

namespace Wuying.Storage.Sqlite;

/// <summary>Keeps the clock, in the same file as what happened by it.</summary>
internal sealed class SqliteClockStore(SqliteFleetStore store) : IClockStore
{
    private const string Key = "k/clock";

    public Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken) => store.AskAsync(session => session.Query(
        "SELECT is_simulated, max(now, (SELECT at FROM youngest_event)), rate, paused FROM clock",
        row => new StoredClock(row.Bool(0), row.Instant(1), row.Double(2), row.Bool(3))).SingleOrDefault());

    public Task<bool> SaveClockAsync(StoredClock clock, long term, CancellationToken cancellationToken) => store.WorkAsync(Key, session => session.Run(
        """
        INSERT INTO clock (id, is_simulated, now, rate, paused, term) VALUES (1, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            is_simulated = excluded.is_simulated, now = excluded.now, rate = excluded.rate, paused = excluded.paused
        WHERE clock.term = excluded.term
        """,
        clock.IsSimulated, clock.Now, clock.Rate, clock.Paused, term) > 0);

    public Task<long> BeginTermAsync(CancellationToken cancellationToken) => store.WorkAsync(Key, session =>
        session.Number("UPDATE clock SET term = term + 1 RETURNING term") ?? throw new InvalidOperationException("There is no clock to begin a term of."));
}
