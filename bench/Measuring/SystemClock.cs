namespace Wuying.Bench.Measuring;

/// <summary>The clock of a program that measures: the system's.</summary>
internal static class SystemClock
{
#pragma warning disable RS0030 // A program of its own: it chooses its clock.
    /// <summary>It.</summary>
    public static TimeProvider Instance { get; } = TimeProvider.System;
#pragma warning restore RS0030
}
