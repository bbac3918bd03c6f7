namespace Wuying.Storage.GroupCommit;

/// <summary>
/// Gathers what many callers ask at the same time and hands it to workers in batches: a batch is what waits at the
/// moment a worker is free. Under little load that is one item at once, under much load many for the price of one.
/// </summary>
/// <remarks>
/// Each worker has a thread of its own: the work blocks on a disk or a network, and threads of the pool that block
/// are missing where the answers are needed.
/// </remarks>
/// <typeparam name="TItem">What is asked.</typeparam>
internal sealed class Gathering<TItem> : IDisposable
{
    private readonly Queue<TItem> _waiting = new();
    private readonly Thread[] _threads;
    private readonly int _batchMax;
    private bool _closed;

    /// <summary>Begins to gather.</summary>
    /// <param name="name">What debuggers show.</param>
    /// <param name="batchMax">The most items in a batch.</param>
    /// <param name="workers">One a thread. A worker answers every item of its batch itself and does not throw.</param>
    public Gathering(string name, int batchMax, params Action<IReadOnlyList<TItem>>[] workers)
    {
        _batchMax = batchMax;
        _threads = [.. workers.Select(worker => new Thread(() => Work(worker)) { Name = name, IsBackground = true })];
        Array.ForEach(_threads, thread => thread.Start());
    }

    /// <summary>Adds an item.</summary>
    /// <exception cref="ObjectDisposedException">The store is being closed.</exception>
    public void Add(TItem item)
    {
        lock (_waiting)
        {
            ObjectDisposedException.ThrowIf(_closed, this);
            _waiting.Enqueue(item);
            Monitor.Pulse(_waiting);
        }
    }

    /// <summary>Takes no more items, and returns when those that were taken are done.</summary>
    public void Dispose()
    {
        lock (_waiting)
        {
            _closed = true;
            Monitor.PulseAll(_waiting);
        }

        Array.ForEach(_threads, thread => thread.Join());
    }

    private void Work(Action<IReadOnlyList<TItem>> worker)
    {
        while (Take() is { Count: > 0 } batch)
        {
            worker(batch);
        }
    }

    private List<TItem> Take()
    {
        lock (_waiting)
        {
            while (_waiting.Count == 0 && !_closed)
            {
                Monitor.Wait(_waiting);
            }

            var batch = new List<TItem>(Math.Min(_waiting.Count, _batchMax));
            while (batch.Count < _batchMax && _waiting.TryDequeue(out var item))
            {
                batch.Add(item);
            }

            return batch;
        }
    }
}
