namespace Wuying.Storage.Sqlite;

/// <summary>A piece of work that has something to say afterwards.</summary>
internal sealed class SqliteWork<TResult>(string key, Func<SqliteSession, TResult> work) : SqliteWork(key)
{
    /// <summary>What it said; to be read once the write is durable.</summary>
    public TResult? Result { get; private set; }

    public override void Run(SqliteSession session) => Result = work(session);
}
