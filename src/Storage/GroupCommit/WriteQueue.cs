namespace Wuying.Storage.GroupCommit;

/// <summary>Group commit: the writes waiting at a moment go into one transaction, and each caller goes on when that is durable.</summary>
internal sealed class WriteQueue : IDisposable
{
    /// <summary>The most writes in one transaction.</summary>
    public const int BatchMax = 1_000;

    private readonly Gathering<QueuedWrite> _gathering;
    private readonly FleetStoreInstruments _instruments;

    /// <summary>Begins to write.</summary>
    /// <param name="instruments">Told of every batch.</param>
    /// <param name="committers">One a connection.</param>
    public WriteQueue(FleetStoreInstruments instruments, params IBatchCommitter[] committers)
    {
        _instruments = instruments;
        _gathering = new("fleet store writer", BatchMax, [.. committers.Select<IBatchCommitter, Action<IReadOnlyList<QueuedWrite>>>(
            committer => batch => Write(committer, batch))]);
    }

    /// <summary>Queues a write.</summary>
    /// <returns>Done when the write is durable; failed when it is not.</returns>
    public Task WriteAsync(QueuedWrite write)
    {
        _gathering.Add(write);
        _instruments.OnQueued();
        return write.Durable;
    }

    /// <summary>Takes no more writes, and returns when those that wait are written.</summary>
    public void Dispose() => _gathering.Dispose();

    private void Write(IBatchCommitter committer, IReadOnlyList<QueuedWrite> batch)
    {
        _instruments.OnTaken(batch.Count);

        // A stable order: two writes of one key stay in the order in which they came.
        var ordered = batch.OrderBy(write => write.Key, StringComparer.Ordinal).ToArray();
        var exception = Commit(committer, ordered);
        if (exception is not null && ordered.Length > 1 && committer.MayBeOneWritesFault(exception))
        {
            // Somewhere in the batch is a write that cannot be written. Alone each, the others are not harmed by it.
            foreach (var write in ordered)
            {
                Answer(committer, [write], Commit(committer, [write]));
            }

            return;
        }

        Answer(committer, ordered, exception);
    }

    private Exception? Commit(IBatchCommitter committer, QueuedWrite[] batch)
    {
        try
        {
            using (_instruments.Committing(batch.Length))
            {
                committer.Commit(batch);
            }

            _instruments.OnEnded(isCommitted: true);
            return null;
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the callers; the thread that writes must live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _instruments.OnEnded(isCommitted: false);
            return exception;
        }
    }

    private static void Answer(IBatchCommitter committer, QueuedWrite[] batch, Exception? exception)
    {
        foreach (var write in batch)
        {
            if (exception is null)
            {
                write.Committed();
            }
            else
            {
                // One exception object a caller: a shared one would collect the stacks of all who await it.
                write.Failed(committer.Explain(exception));
            }
        }
    }
}
