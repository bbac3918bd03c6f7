namespace Wuying.Harness;

/// <summary>How much the tests of faults do: the short form is part of every run, the long one of <c>./test.sh --long</c>.</summary>
public static class TestLength
{
    /// <summary>True for the long form.</summary>
    public static bool IsLong { get; } = Environment.GetEnvironmentVariable("TEST_LENGTH") is "long";

    /// <summary>One value for each form.</summary>
    public static T Of<T>(T inShort, T inLong) => IsLong ? inLong : inShort;
}
