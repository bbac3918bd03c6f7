namespace Wuying.LoadTester.Reports.Charts;

/// <summary>One line of a chart.</summary>
/// <param name="Name">What is written at its end.</param>
/// <param name="Points">Its points; where there is no value the line has a gap.</param>
internal sealed record Series(string Name, IReadOnlyList<(double X, double? Y)> Points);
