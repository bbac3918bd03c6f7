namespace Wuying.Api.Updates;

/// <summary>The updates of a whole day, counted.</summary>
/// <param name="ByState">By state.</param>
/// <param name="ByReason">By last reason; those without one do not count.</param>
public sealed record UpdateCountsResponse(IReadOnlyDictionary<string, long> ByState, IReadOnlyDictionary<string, long> ByReason);
