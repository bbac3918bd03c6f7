namespace Wuying.LoadTester.Service;

/// <summary>The fleet, or one region, counted.</summary>
internal sealed record SummaryView(long Total, IReadOnlyDictionary<string, long> ByStatus);
