using Wuying.Contracts;

namespace Wuying.Storage.Sqlite;

/// <summary>Forgets recorded requests after a day (R32).</summary>
internal sealed class SqliteRecordedRequests(SqliteFleetStore store, TimeProvider clock)
{
    /// <summary>How long the first answer is kept, in the system's time.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    /// <summary>How often the old ones are removed.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromHours(1);

    /// <summary>The most removed in one transaction: others wait for it.</summary>
    private const int RemovedMax = 2_000;

    /// <summary>Removes the old ones.</summary>
    public async Task PurgeAsync()
    {
        var before = clock.GetUtcNow() - KeptFor;
        while (await store.WorkAsync("g/", session => session.Run(
            "DELETE FROM grain_state WHERE rowid IN (SELECT rowid FROM grain_state WHERE grain_type = ? AND written_at < ? LIMIT ?)",
            GrainTypes.RecordedRequest, before, RemovedMax)) == RemovedMax)
        {
        }
    }
}
