using Wuying.Storage.GroupCommit;

namespace Wuying.Storage.Sqlite;

/// <summary>A write that is not a grain's state: it runs in the same queue and the same transactions.</summary>
/// <param name="key">See <see cref="QueuedWrite"/>.</param>
internal abstract class SqliteWork(string key) : QueuedWrite(key)
{
    /// <summary>Writes; may be called again when a batch is tried again.</summary>
    public abstract void Run(SqliteSession session);
}
