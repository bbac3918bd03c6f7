namespace Wuying.Storage.GroupCommit;

/// <summary>A write that waits for its transaction, together with others.</summary>
/// <param name="key">Orders the rows of a batch: writers that lock in one order do not deadlock, and neighbours share pages.</param>
internal abstract class QueuedWrite(string key)
{
    // Asynchronously: the thread that commits must not run what its callers do next.
    private readonly TaskCompletionSource _durable = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Its place in a batch.</summary>
    public string Key { get; } = key;

    /// <summary>What this write alone failed with, without harm to the others; the transaction may be committed all the same.</summary>
    public Exception? Refusal { get; set; }

    /// <summary>Done when the write is durable, or was not written.</summary>
    public Task Durable => _durable.Task;

    /// <summary>Tells the caller that its transaction was committed.</summary>
    public void Committed()
    {
        if (Refusal is null)
        {
            _durable.SetResult();
        }
        else
        {
            _durable.SetException(Refusal);
        }
    }

    /// <summary>Tells the caller that its transaction was not committed.</summary>
    public void Failed(Exception exception) => _durable.SetException(exception);
}
