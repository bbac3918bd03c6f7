using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.Storage.Events;

/// <summary>Lets readers wait for events that are not there yet. Knows nothing of a database: whoever learns of a commit with events says so.</summary>
/// <param name="clock">The system's.</param>
internal sealed class EventArrivals(TimeProvider clock)
{
    // Made by the first who waits and taken by the next arrival: where nobody waits, an arrival costs nothing.
    private TaskCompletionSource? _next;
    private bool _closed;

    /// <summary>Says that events were committed; to be called after the commit, or the readers it wakes would not find them.</summary>
    public void Raise() => Interlocked.Exchange(ref _next, null)?.SetResult();

    /// <summary>Lets nobody wait any more, since the store is about to be closed. All who wait are answered at once.</summary>
    public void Close()
    {
        Volatile.Write(ref _closed, true);
        Raise();
    }

    /// <summary>Looks for events, and again after every arrival, until there are some or patience is over.</summary>
    /// <param name="look">Asks for what is committed at that moment.</param>
    /// <param name="patience">How long to wait; at most <see cref="IFleetQueries.PatienceMax"/>.</param>
    public async Task<ImmutableArray<RecordedEvent>> AwaitAsync(Func<Task<ImmutableArray<RecordedEvent>>> look, TimeSpan patience)
    {
        using var impatience = new CancellationTokenSource(
            TimeSpan.FromTicks(Math.Clamp(patience.Ticks, 0, IFleetQueries.PatienceMax.Ticks)), clock);
        while (true)
        {
            // Registered before looking: what is committed after the look raises this arrival or one before it.
            var arrival = NextAsync();
            var events = await look();
            if (!events.IsEmpty || impatience.IsCancellationRequested || Volatile.Read(ref _closed))
            {
                return events;
            }

            await arrival.WaitAsync(impatience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Task NextAsync()
    {
        if (Volatile.Read(ref _next) is { } known)
        {
            return known.Task;
        }

        // Asynchronously: the thread that commits must not run what its readers do next.
        var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (Interlocked.CompareExchange(ref _next, made, null) ?? made).Task;
    }
}
