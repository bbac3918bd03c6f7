using Microsoft.Extensions.Options;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;

namespace Wuying.Storage.Postgres;

/// <summary>Removes events that have grown old, the oldest first; one silo at a time. Notifications stay: a user may not have seen them yet, and of each user only so many are kept anyway.</summary>
internal sealed class PostgresEventRetention(PostgresFleetStore store, IOptions<EventRetentionOptions> options) : IPurge
{
    /// <summary>The most events removed in one transaction.</summary>
    private const int RemovedMax = 2_000;

    // Only from the oldest on, up to the first young one: what is left has no gaps that were not there before. The newest
    // stays however old it is, so that a reader sees where the numbers have got to.
    private const string RemoveSome = """
        WITH oldest AS (
            SELECT sequence, at FROM events
            WHERE sequence < (SELECT last FROM event_counter) ORDER BY sequence LIMIT $2),
        edge AS (SELECT min(sequence) AS sequence FROM oldest WHERE at >= (SELECT youngest_at FROM event_counter) - $1)
        DELETE FROM events WHERE sequence <= (
            SELECT max(oldest.sequence) FROM oldest, edge WHERE edge.sequence IS NULL OR oldest.sequence < edge.sequence)
        """;

    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.RetentionDays is not { } days)
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested
            && await PostgresPurging.RemoveAsync(store, RemoveSome, TimeSpan.FromDays(days).Ticks, RemovedMax) == RemovedMax)
        {
        }
    }
}
