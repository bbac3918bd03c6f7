using Wuying.Contracts;
using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Forgets recorded requests after a day (R32); one silo at a time.</summary>
internal sealed class PostgresRecordedRequests(PostgresFleetStore store, TimeProvider clock) : IPurge
{
    private const string RemoveSome = """
        DELETE FROM grain_state WHERE written_at < $2 AND (grain_type, grain_key, state_name) IN (
            SELECT grain_type, grain_key, state_name FROM grain_state WHERE grain_type = $1 AND written_at < $2 LIMIT $3)
        """;

    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - RecordedRequests.KeptFor;
        while (!cancellationToken.IsCancellationRequested
            && await PostgresPurging.RemoveAsync(store, RemoveSome, GrainTypes.RecordedRequest, before, RecordedRequests.RemovedMax) == RecordedRequests.RemovedMax)
        {
        }
    }
}
