using System.Globalization;

namespace Wuying.LoadTester.Invariants;

/// <summary>An invariant that the history breaks, and the events that prove it.</summary>
/// <param name="Rule">The rule of the rule book, or the invariant's own name.</param>
/// <param name="What">What is wrong, in words.</param>
/// <param name="Sequences">The events that it rests on, in order; empty when it rests on what the service answered in the end.</param>
public sealed record Violation(string Rule, string What, IReadOnlyList<long> Sequences)
{
    /// <summary>It in one line.</summary>
    public override string ToString() => Sequences.Count == 0
        ? $"{Rule}: {What}"
        : string.Create(CultureInfo.InvariantCulture, $"{Rule}: {What} (event {string.Join(", ", Sequences)})");
}
