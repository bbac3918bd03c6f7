using System.Collections.Immutable;

namespace Wuying.Grains.Quotas;

/// <summary>Gathers what is asked while an earlier batch is on its way, and asks it all at once when that is back.</summary>
/// <typeparam name="TItem">What is asked.</typeparam>
/// <typeparam name="TAnswer">What is answered.</typeparam>
/// <param name="batchMax">The largest batch.</param>
/// <param name="ask">Asks a batch and answers in its order.</param>
internal sealed class Gatherer<TItem, TAnswer>(int batchMax, Func<ImmutableArray<TItem>, Task<IReadOnlyList<TAnswer>>> ask)
{
    private readonly Lock _lock = new();
    private readonly Queue<(TItem Item, TaskCompletionSource<TAnswer> Answer)> _waiting = new();
    private bool _isAsking;

    /// <summary>Asks one item, together with others that wait.</summary>
    public Task<TAnswer> AskAsync(TItem item)
    {
        var answer = new TaskCompletionSource<TAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            _waiting.Enqueue((item, answer));
            if (_isAsking)
            {
                return answer.Task;
            }

            _isAsking = true;
        }

        // Off the activation that happened to come first: the pump serves all of them.
        ThreadPool.UnsafeQueueUserWorkItem(static gatherer => _ = gatherer.PumpAsync(), this, preferLocal: false);
        return answer.Task;
    }

    private async Task PumpAsync()
    {
        while (TakeBatch() is { Length: > 0 } batch)
        {
            try
            {
                var answers = await ask([.. batch.Select(asked => asked.Item)]);
                for (var index = 0; index < batch.Length; index++)
                {
                    batch[index].Answer.SetResult(answers[index]);
                }
            }
#pragma warning disable CA1031 // Every caller of the batch is told what went wrong.
            catch (Exception error)
#pragma warning restore CA1031
            {
                foreach (var (_, answer) in batch)
                {
                    answer.TrySetException(error);
                }
            }
        }
    }

    private (TItem Item, TaskCompletionSource<TAnswer> Answer)[] TakeBatch()
    {
        lock (_lock)
        {
            var batch = new (TItem, TaskCompletionSource<TAnswer>)[Math.Min(batchMax, _waiting.Count)];
            for (var index = 0; index < batch.Length; index++)
            {
                batch[index] = _waiting.Dequeue();
            }

            _isAsking = batch.Length > 0;
            return batch;
        }
    }
}
