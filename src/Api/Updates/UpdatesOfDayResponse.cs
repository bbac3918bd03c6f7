namespace Wuying.Api.Updates;

/// <summary>The updates of one region-local day.</summary>
public sealed record UpdatesOfDayResponse(DateOnly Date, UpdateCountsResponse Counts, IReadOnlyList<UpdateResponse> Items, string? NextCursor);
