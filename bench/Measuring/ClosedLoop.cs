using System.Diagnostics;

namespace Wuying.Bench.Measuring;

/// <summary>Callers each of whom begins again as soon as the last answer is there: what a system can take, not how it feels below that.</summary>
internal static class ClosedLoop
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <summary>Lets them call for a while. The first second is not counted; what is under way at the end is waited for, and counted with its time.</summary>
    /// <param name="callers">How many, at the same time.</param>
    /// <param name="duration">How long it counts.</param>
    /// <param name="onceAsync">One call of a caller.</param>
    /// <returns>How many calls a second came to their end.</returns>
    public static async Task<double> RunAsync(int callers, TimeSpan duration, Func<int, Task> onceAsync)
    {
        var watch = Stopwatch.StartNew();
        var done = await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(caller))));
        return done.Sum() / (watch.Elapsed - WarmUp).TotalSeconds;

        async Task<long> CallAsync(int caller)
        {
            var counted = 0L;
            while (watch.Elapsed is var now && now < WarmUp + duration)
            {
                await onceAsync(caller);
                counted += watch.Elapsed >= WarmUp ? 1 : 0;
            }

            return counted;
        }
    }

    /// <summary>Lets them do each of so many things once.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> DoAllAsync(int callers, int things, Func<int, Task> doAsync)
    {
        var next = -1;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        return watch.Elapsed;

        async Task CallAsync()
        {
            while (Interlocked.Increment(ref next) is var thing && thing < things)
            {
                await doAsync(thing);
            }
        }
    }
}
