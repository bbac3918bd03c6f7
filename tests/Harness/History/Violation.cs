namespace Wuying.Harness.History;

/// <summary>An invariant that the history breaks, with the event that proves it.</summary>
public sealed record Violation(string Rule, long Sequence, string What);
