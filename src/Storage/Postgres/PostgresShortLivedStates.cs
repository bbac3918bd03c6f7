using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Forgets <see cref="ShortLivedStates"/>; one silo at a time.</summary>
internal sealed class PostgresShortLivedStates(PostgresFleetStore store, TimeProvider clock) : IPurge
{
    private const string RemoveSome = """
        DELETE FROM grain_state WHERE written_at < $2 AND (grain_type, grain_key, state_name) IN (
            SELECT grain_type, grain_key, state_name FROM grain_state WHERE grain_type = $1 AND written_at < $2 LIMIT $3)
        """;

    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        foreach (var (type, keptFor) in ShortLivedStates.All)
        {
            var before = clock.GetUtcNow() - keptFor;
            while (!cancellationToken.IsCancellationRequested
                && await PostgresPurging.RemoveAsync(store, RemoveSome, type, before, ShortLivedStates.RemovedMax) == ShortLivedStates.RemovedMax)
            {
            }
        }
    }
}
