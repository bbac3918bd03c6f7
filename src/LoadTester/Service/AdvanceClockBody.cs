namespace Wuying.LoadTester.Service;

/// <summary>Moves a simulated clock forward to an instant.</summary>
internal sealed record AdvanceClockBody(string To);
