namespace Wuying.LoadTester.Service;

/// <summary>What became of the rows of an import.</summary>
internal sealed record ImportCountsView(long Read, long Accepted, long Unchanged, long Rejected);
