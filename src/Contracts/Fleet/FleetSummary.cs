using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>How many computers there are, counted several ways. Deleted ones do not count. Keys are written as in the API.</summary>
/// <param name="Total">All of them.</param>
/// <param name="ByStatus">By status.</param>
/// <param name="ByConnection"><c>connected</c> or <c>disconnected</c>.</param>
/// <param name="ByVersion">By current version.</param>
/// <param name="ByPendingState">By state of the pending update; <c>none</c> without one.</param>
/// <param name="ByReason">By the last reason of the pending or last update; those without a reason do not count.</param>
[GenerateSerializer, Immutable, Alias("wuying.fleet-summary")]
public sealed record FleetSummary(
    [property: Id(0)] long Total,
    [property: Id(1)] ImmutableSortedDictionary<string, long> ByStatus,
    [property: Id(2)] ImmutableSortedDictionary<string, long> ByConnection,
    [property: Id(3)] ImmutableSortedDictionary<string, long> ByVersion,
    [property: Id(4)] ImmutableSortedDictionary<string, long> ByPendingState,
    [property: Id(5)] ImmutableSortedDictionary<string, long> ByReason);
