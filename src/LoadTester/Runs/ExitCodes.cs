namespace Wuying.LoadTester.Runs;

/// <summary>How the program ends.</summary>
internal static class ExitCodes
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>An invariant is broken, or there were more errors than are allowed, or the scenario could not be carried out.</summary>
    public const int NotFine = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int BadUsage = 2;
}
