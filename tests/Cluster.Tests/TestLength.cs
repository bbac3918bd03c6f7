namespace Wuying.Cluster.Tests;

/// <summary>How much the fault tests do: the short form is part of every run, the long one of <c>./test.sh --long</c>.</summary>
internal static class TestLength
{
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("TEST_LENGTH") is "long";

    /// <summary>One value for each form.</summary>
    public static T Of<T>(T inShort, T inLong) => IsLong ? inLong : inShort;
}
