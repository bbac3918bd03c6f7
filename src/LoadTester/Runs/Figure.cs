namespace Wuying.LoadTester.Runs;

/// <summary>A number, and where it comes from.</summary>
internal sealed record Figure(string Name, double Value, string Unit, Origin Origin);
