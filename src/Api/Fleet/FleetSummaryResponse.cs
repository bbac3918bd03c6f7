namespace Wuying.Api.Fleet;

/// <summary>The fleet, or one region, counted several ways. Deleted computers do not count.</summary>
public sealed record FleetSummaryResponse(
    string? RegionId,
    long Total,
    IReadOnlyDictionary<string, long> ByStatus,
    IReadOnlyDictionary<string, long> ByConnection,
    IReadOnlyDictionary<string, long> ByVersion,
    IReadOnlyDictionary<string, long> ByPendingState,
    IReadOnlyDictionary<string, long> ByReason);
