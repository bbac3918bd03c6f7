namespace Wuying.WebConsole.Fleet;

/// <summary>
/// A question about the fleet that many pages ask again and again. However many they are, it is asked once for all of them, at most twice a second, and less
/// often the longer its answer takes: a quarter of the time, or after three seconds. Nobody is given an answer older than their asking.
/// </summary>
public sealed class SharedQuestion<TAnswer>(Func<Task<TAnswer>> ask, TimeProvider clock)
{
    private const int PausesPerAnswer = 3;
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(3);

    private readonly Lock _lock = new();
    private Task _asked = Task.CompletedTask;
    private Task<TAnswer>? _next;
    private long? _endedAt;
    private TimeSpan _pause;

    /// <summary>Asks, or waits with others until it may be asked again.</summary>
    public Task<TAnswer> AskAsync()
    {
        lock (_lock)
        {
            // Whoever comes before the question is put shares it.
            var before = _asked;
            return _next ??= Task.Run(() => AskAfterAsync(before));
        }
    }

    private async Task<TAnswer> AskAfterAsync(Task before)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await PauseAsync();
        lock (_lock)
        {
            (_asked, _next) = (_next!, null);
        }

        var began = clock.GetTimestamp();
        try
        {
            return await ask();
        }
        finally
        {
            var pause = (clock.GetElapsedTime(began) * PausesPerAnswer).Ticks;
            (_endedAt, _pause) = (clock.GetTimestamp(), new TimeSpan(Math.Clamp(pause, FleetNewsReader.FrameInterval.Ticks, PauseMax.Ticks)));
        }
    }

    private Task PauseAsync() => _endedAt is { } ended && _pause - clock.GetElapsedTime(ended) is { } left && left > TimeSpan.Zero
        ? Task.Delay(left, clock)
        : Task.CompletedTask;
}
