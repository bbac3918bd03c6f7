namespace Wuying.LoadTester.Load;

/// <summary>How long something took, in milliseconds, from the intended start to the last byte of the answer.</summary>
internal sealed record LatencyFigures(double Mean, double P50, double P90, double P95, double P99, double P999, double Max);
