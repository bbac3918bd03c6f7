namespace Wuying.Simulation.Tests.Clock;

internal static class TestTime
{
    /// <summary>How long a test waits in real time for what must happen, before it gives up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

#pragma warning disable RS0030 // Here the tests choose the clock.
    public static TimeProvider Real => TimeProvider.System;
#pragma warning restore RS0030

    public static Task InTime(this Task task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);

    public static Task<T> InTime<T>(this Task<T> task) => task.WaitAsync(Patience, TestContext.Current.CancellationToken);
}
