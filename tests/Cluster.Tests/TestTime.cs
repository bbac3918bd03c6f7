namespace Wuying.Cluster.Tests;

/// <summary>Real time: how long a fault lasts, and how long somebody waits before he asks again.</summary>
internal static class TestTime
{
    public static async Task PassAsync(TimeSpan span)
    {
        using var timer = new PeriodicTimer(span);
        await timer.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
