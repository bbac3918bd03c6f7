namespace Wuying.LoadTester.Load;

/// <summary>What came of the requests of one kind.</summary>
/// <param name="Name">The kind.</param>
/// <param name="Answered">How many were answered.</param>
/// <param name="Errors">How many of the answers nobody expects.</param>
/// <param name="Latency">How long they took.</param>
internal sealed record OperationFigures(string Name, long Answered, long Errors, LatencyFigures Latency);
