using Microsoft.Extensions.Options;
using Wuying.Storage.Events;
using Wuying.Storage.Hosting;

namespace Wuying.Storage.Sqlite;

/// <summary>Removes events that have grown old, the oldest first. Notifications stay: a user may not have seen them yet, and of each user only so many are kept anyway.</summary>
internal sealed class SqliteEventRetention(SqliteFleetStore store, IOptions<EventRetentionOptions> options) : IPurge
{
    /// <summary>The most events removed in one transaction: others wait for it.</summary>
    private const int RemovedMax = 2_000;

    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        if (options.Value.RetentionDays is not { } days)
        {
            return;
        }

        while (!cancellationToken.IsCancellationRequested
            && await store.WorkAsync("e/", session => RemoveSome(session, TimeSpan.FromDays(days))) == RemovedMax)
        {
        }
    }

    // Only from the oldest on, up to the first young one: what is left has no gaps that were not there before. The newest
    // stays however old it is, because the next event's number is one more than the highest that is there.
    private static int RemoveSome(SqliteSession session, TimeSpan keptFor)
    {
        var old = session.Query(
            """
            SELECT sequence, at < (SELECT at FROM youngest_event) - ? FROM events
            WHERE sequence < (SELECT max(sequence) FROM events) ORDER BY sequence LIMIT ?
            """,
            row => (Sequence: row.Int64(0), IsOld: row.Bool(1)),
            keptFor.Ticks, RemovedMax).TakeWhile(row => row.IsOld).ToList();
        if (old.Count > 0)
        {
            session.Run("DELETE FROM events WHERE sequence <= ?", old[^1].Sequence);
        }

        return old.Count;
    }
}
