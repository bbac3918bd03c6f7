namespace Wuying.Grains.Hosting;

/// <summary>Tries what a silo does at its start again while the cluster has not found itself yet: right after silos were killed, calls still go to those that are gone.</summary>
/// <param name="systemClock">Waits between the attempts.</param>
internal sealed class Patience(TimeProvider systemClock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>Works until it succeeds, fails for a reason that will not pass, or a minute is over.</summary>
    /// <param name="work">May be begun several times.</param>
    public async Task RunAsync(Func<Task> work)
    {
        var startedAt = systemClock.GetTimestamp();
        while (!await TryAsync(work, mayFail: systemClock.GetElapsedTime(startedAt) < Longest))
        {
            await Task.Delay(Pause, systemClock);
        }
    }

    private static async Task<bool> TryAsync(Func<Task> work, bool mayFail)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception error) when (mayFail && (error is OrleansException or TimeoutException or IOException))
        {
            return false;
        }
    }
}
