namespace Wuying.LoadTester.Service;

/// <summary>What came of it for one computer.</summary>
internal sealed record BulkAnswerView(string ComputerId, string? Outcome, string? Code);
