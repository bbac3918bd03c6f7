namespace Wuying.LoadTester.Runs;

/// <summary>A part of a run.</summary>
/// <param name="Name">What went on.</param>
/// <param name="From">When it began, in seconds from the start.</param>
/// <param name="Seconds">How long it took.</param>
internal sealed record Phase(string Name, double From, double Seconds);
