namespace Wuying.Bench.Measuring;

/// <summary>A figure as a multiple of another one of the same run.</summary>
/// <param name="Baseline">The other one's name.</param>
/// <param name="Ratio">How many times it.</param>
/// <param name="Goal">What that should come to; null when nobody has said.</param>
internal sealed record Comparison(string Baseline, double Ratio, Goal? Goal);
