using System.Collections.Immutable;

namespace Wuying.Contracts.Fleet;

/// <summary>The updates of one region-local day: a page of them, and counts of all.</summary>
/// <param name="Page">The page, filtered by state and reason if so asked, by computer id.</param>
/// <param name="ByState">Counts by state, not filtered; keys as in the API.</param>
/// <param name="ByReason">Counts by reason, not filtered.</param>
[GenerateSerializer, Immutable, Alias("wuying.updates-of-day")]
public sealed record UpdatesOfDay(
    [property: Id(0)] Page<UpdateRow> Page,
    [property: Id(1)] ImmutableSortedDictionary<string, long> ByState,
    [property: Id(2)] ImmutableSortedDictionary<string, long> ByReason);
