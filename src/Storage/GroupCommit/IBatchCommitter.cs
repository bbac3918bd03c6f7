namespace Wuying.Storage.GroupCommit;

/// <summary>Writes batches to one database.</summary>
internal interface IBatchCommitter
{
    /// <summary>Writes all of a batch in one transaction and returns when it is durable, or throws and has written nothing.</summary>
    void Commit(IReadOnlyList<QueuedWrite> batch);

    /// <summary>True when an exception may be the fault of one write of the batch; false when the database refuses them all, as a full disk does.</summary>
    bool MayBeOneWritesFault(Exception exception);

    /// <summary>What to tell the callers of a batch that failed: a type that every process knows, in words that help.</summary>
    Exception Explain(Exception exception);
}
