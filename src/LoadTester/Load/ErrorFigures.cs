namespace Wuying.LoadTester.Load;

/// <summary>An answer that nobody expects.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Count">How often it came.</param>
/// <param name="Sample">The first of them.</param>
internal sealed record ErrorFigures(string Operation, long Count, string Sample);
