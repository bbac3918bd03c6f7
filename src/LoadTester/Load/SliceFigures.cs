namespace Wuying.LoadTester.Load;

/// <summary>A slice of the time of a run.</summary>
/// <param name="From">Its beginning, in seconds from the start.</param>
/// <param name="Seconds">Its length.</param>
/// <param name="Answered">How many answers came in it.</param>
/// <param name="Errors">How many of them nobody expects.</param>
/// <param name="P50">The median latency of what was to begin in it, in milliseconds; null when nothing was.</param>
/// <param name="P95">The 95th percentile.</param>
/// <param name="P99">The 99th.</param>
internal sealed record SliceFigures(double From, double Seconds, long Answered, long Errors, double? P50, double? P95, double? P99);
