namespace Wuying.LoadTester.Load;

/// <summary>How often something came of something.</summary>
/// <param name="Operation">What was asked.</param>
/// <param name="Outcome">What came of it: <c>done</c>, <c>accepted</c>, <c>refused: ComputerConnected</c> and the like.</param>
/// <param name="Count">How often.</param>
internal sealed record OutcomeFigures(string Operation, string Outcome, long Count);
