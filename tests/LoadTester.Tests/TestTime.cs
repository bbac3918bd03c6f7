namespace Wuying.LoadTester.Tests;

/// <summary>The time that really passes.</summary>
internal static class TestTime
{
#pragma warning disable RS0030 // These tests wait for files and processes, not for instants.
    public static TimeProvider Real => TimeProvider.System;
#pragma warning restore RS0030
}
