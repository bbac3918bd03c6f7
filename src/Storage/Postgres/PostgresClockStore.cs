using Wuying.Contracts.Simulation;

namespace Wuying.Storage.Postgres;

/// <summary>Keeps the clock, in the same database as what happened by it.</summary>
internal sealed class PostgresClockStore(PostgresFleetStore store) : IClockStore
{
    public async Task<StoredClock?> LoadClockAsync(CancellationToken cancellationToken)
    {
        var clocks = await store.Questions.AskAsync(
            "SELECT is_simulated, greatest(now, (SELECT youngest_at FROM event_counter)), rate, paused FROM clock",
            row => new StoredClock(row.Bool(0), row.Instant(1), row.Double(2), row.Bool(3)));
        return clocks.SingleOrDefault();
    }

    public async Task<bool> SaveClockAsync(StoredClock clock, long term, CancellationToken cancellationToken) => await store.Questions.ChangeAsync(
        """
        INSERT INTO clock (id, is_simulated, now, rate, paused, term) VALUES (1, $1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE SET
            is_simulated = excluded.is_simulated, now = excluded.now, rate = excluded.rate, paused = excluded.paused
        WHERE clock.term = excluded.term
        """,
        clock.IsSimulated, clock.Now, clock.Rate, clock.Paused, term) > 0;

    public async Task<long> BeginTermAsync(CancellationToken cancellationToken)
    {
        var terms = await store.Questions.ChangeAsync("UPDATE clock SET term = term + 1 RETURNING term", row => row.Int64(0));
        return terms is [var term] ? term : throw new InvalidOperationException("There is no clock to begin a term of.");
    }
}
