namespace Wuying.Api.Fleet.Import;

/// <summary>What became of the rows of one kind.</summary>
/// <param name="Read">Rows read.</param>
/// <param name="Accepted">Rows that were new or told something new.</param>
/// <param name="Unchanged">Rows that told what was known.</param>
/// <param name="Rejected">Rows not taken, each with an error.</param>
public sealed record ImportCounts(long Read, long Accepted, long Unchanged, long Rejected);
