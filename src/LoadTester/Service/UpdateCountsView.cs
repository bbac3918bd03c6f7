namespace Wuying.LoadTester.Service;

/// <summary>The updates of a whole day, counted.</summary>
internal sealed record UpdateCountsView(IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<string, long> ByReason);
