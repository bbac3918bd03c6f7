using Wuying.Contracts;
using Wuying.Storage.Hosting;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Forgets recorded requests after a day (R32).</summary>
internal sealed class SqliteRecordedRequests(SqliteFleetStore store, TimeProvider clock) : IPurge
{
    public async Task PurgeAsync(CancellationToken cancellationToken = default)
    {
        var before = clock.GetUtcNow() - RecordedRequests.KeptFor;
        while (!cancellationToken.IsCancellationRequested && await store.WorkAsync("g/", session => session.Run(
            "DELETE FROM grain_state WHERE rowid IN (SELECT rowid FROM grain_state WHERE grain_type = ? AND written_at < ? LIMIT ?)",
            GrainTypes.RecordedRequest, before, RecordedRequests.RemovedMax)) == RecordedRequests.RemovedMax)
        {
        }
    }
}
