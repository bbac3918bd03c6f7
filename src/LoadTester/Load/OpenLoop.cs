namespace Wuying.LoadTester.Load;

/// <summary>
/// Begins things at a rate that does not depend on how fast they end: one that is slow does not hold up the next, so it cannot hide
/// what the next would have seen. As many as may be under way is bounded; what finds no room waits, and its wait counts.
/// </summary>
/// <param name="clock">The time that passes here.</param>
/// <param name="rate">How many begin each second.</param>
/// <param name="duration">For how long.</param>
/// <param name="inFlightMax">How many may be under way at the same time.</param>
internal sealed class OpenLoop(TimeProvider clock, double rate, TimeSpan duration, int inFlightMax)
{
    /// <summary>What begins no later than this after its intended start counts as in time; timers are good to about a millisecond.</summary>
    private static readonly TimeSpan LateAfter = TimeSpan.FromMilliseconds(100);

    /// <summary>How long what is under way may go on after the run was broken off.</summary>
    private static readonly TimeSpan LeaveMax = TimeSpan.FromSeconds(5);

    private Exception? _fault;
    private long _late;

    /// <summary>How much is to be begun in all.</summary>
    public long Intended { get; } = (long)Math.Floor(rate * duration.TotalSeconds);

    /// <summary>Begins everything in its time; returns when all that was begun has ended.</summary>
    /// <param name="begin">Does one thing. Called one after the other, in order; what it awaits goes on beside the next.</param>
    /// <param name="stop">Begins no more.</param>
    public async Task<OpenLoopFigures> RunAsync(Func<Due, Task> begin, CancellationToken stop)
    {
        using var room = new SemaphoreSlim(inFlightMax);
        var startedAt = clock.GetTimestamp();
        var begun = 0L;
        while (begun < Intended && _fault is null && await MayBeginAsync(room, startedAt, begun, stop))
        {
            var due = new Due(begun, startedAt + (long)(OffsetOf(begun).TotalSeconds * clock.TimestampFrequency));
            if (clock.GetElapsedTime(due.At) > LateAfter)
            {
                _late++;
            }

            _ = DoAsync(begin, due, room);
            begun++;
        }

        await DrainAsync(room, stop);
        return _fault is null
            ? new OpenLoopFigures(Intended, begun, _late, Intended - begun) { Rate = rate }
            : throw new InvalidOperationException("The load cannot go on.", _fault);
    }

    private TimeSpan OffsetOf(long number) => TimeSpan.FromSeconds(number / rate);

    // At its time, when there is room for it; false when the run is over.
    private async Task<bool> MayBeginAsync(SemaphoreSlim room, long startedAt, long number, CancellationToken stop)
    {
        try
        {
            var early = OffsetOf(number) - clock.GetElapsedTime(startedAt);
            if (early > TimeSpan.Zero)
            {
                // Timers cut off fractions of milliseconds; nothing may begin before its time.
                await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(early.TotalMilliseconds)), clock, stop);
            }

            stop.ThrowIfCancellationRequested();
            if (await room.WaitAsync(TimeSpan.Zero, CancellationToken.None))
            {
                return true;
            }

            return LeftAt(startedAt) > TimeSpan.Zero && await FindRoomAsync(room, startedAt, stop);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    // How long something may still begin.
    private TimeSpan LeftAt(long startedAt) => duration + LateAfter - clock.GetElapsedTime(startedAt);

    private async Task<bool> FindRoomAsync(SemaphoreSlim room, long startedAt, CancellationToken stop)
    {
        using var over = new CancellationTokenSource(LeftAt(startedAt), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, over.Token);
        await room.WaitAsync(either.Token);
        if (LeftAt(startedAt) > TimeSpan.Zero)
        {
            return true;
        }

        room.Release();
        return false;
    }

    private async Task DoAsync(Func<Due, Task> begin, Due due, SemaphoreSlim room)
    {
        try
        {
            await begin(due);
        }
        catch (OperationCanceledException)
        {
            // Broken off; whoever counts answers has none.
        }
#pragma warning disable CA1031 // What nobody expected must not be lost with the task: it ends the run.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            _fault ??= fault;
        }
        finally
        {
            Release(room);
        }
    }

    private static void Release(SemaphoreSlim room)
    {
        try
        {
            room.Release();
        }
        catch (ObjectDisposedException)
        {
            // It was left alone when the run was broken off.
        }
    }

    private async Task DrainAsync(SemaphoreSlim room, CancellationToken stop)
    {
        using var leave = new CancellationTokenSource();
        using var hurry = stop.Register(() => leave.CancelAfter(LeaveMax));
        try
        {
            for (var free = 0; free < inFlightMax; free++)
            {
                await room.WaitAsync(leave.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // What is still under way is left alone.
        }
    }
}
