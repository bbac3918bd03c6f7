namespace Wuying.LoadTester.Load;

/// <summary>How long the fastest so many of a hundred requests took at most.</summary>
/// <param name="Percentile">So many of a hundred.</param>
/// <param name="Milliseconds">So long.</param>
internal sealed record PercentileFigures(double Percentile, double Milliseconds);
