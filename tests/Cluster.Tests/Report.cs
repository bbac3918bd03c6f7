namespace Wuying.Cluster.Tests;

/// <summary>What the tests measured, for those who read their output.</summary>
internal static class Report
{
    public static void Say(string what) => TestContext.Current.TestOutputHelper?.WriteLine(what);
}
