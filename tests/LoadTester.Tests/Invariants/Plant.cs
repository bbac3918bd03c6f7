namespace Wuying.LoadTester.Tests.Invariants;

/// <summary>A violation to be planted into a clean stream.</summary>
/// <param name="Rule">The rule that it breaks, and no other.</param>
/// <param name="Says">What the checker says of it, in part.</param>
/// <param name="Tamper">Plants it.</param>
internal sealed record Plant(string Rule, string Says, Action<RecordedStream> Tamper)
{
    /// <summary>True when it shows only once everything must have ended.</summary>
    public bool ShowsAtTheEnd { get; init; }

    /// <summary>True when it is in what the ledgers say in the end: there are no events to prove it, or not all of them are wrong.</summary>
    public bool IsInLedgers { get; init; }

    /// <summary>Rules that cannot but be broken with it.</summary>
    public string[] With { get; init; } = [];
}
