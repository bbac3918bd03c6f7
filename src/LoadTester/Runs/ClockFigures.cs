namespace Wuying.LoadTester.Runs;

/// <summary>The service's clock during a run.</summary>
/// <param name="Mode"><c>real</c> or <c>simulated</c>.</param>
/// <param name="From">What it showed at the start.</param>
/// <param name="To">What it showed in the end.</param>
internal sealed record ClockFigures(string Mode, DateTimeOffset From, DateTimeOffset To);
