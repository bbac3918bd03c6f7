using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Forgets <see cref="ShortLivedStates"/>.</summary>
internal sealed class SqliteShortLivedStates(SqliteFleetStore store, TimeProvider clock) : IPurge
{
    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (type, keptFor) in ShortLivedStates.All)
        {
            var before = clock.GetUtcNow() - keptFor;
            while (!cancellationToken.IsCancellationRequested && await store.WorkAsync("g/", session => session.Run(
                "DELETE FROM grain_state WHERE rowid IN (SELECT rowid FROM grain_state WHERE grain_type = ? AND written_at < ? LIMIT ?)",
                type, before, ShortLivedStates.RemovedMax)) == ShortLivedStates.RemovedMax)
            {
            }
        }
    }
}
