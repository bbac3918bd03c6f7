using System.Collections.Immutable;
using Wuying.Contracts.Fleet;

namespace Wuying.Api.Fleet;

/// <summary>Counts of several regions as one.</summary>
internal static class FleetSummaries
{
    /// <summary>Adds them up.</summary>
    public static FleetSummary Add(IReadOnlyCollection<FleetSummary> summaries) => new(
        summaries.Sum(summary => summary.Total),
        Add(summaries, summary => summary.ByStatus),
        Add(summaries, summary => summary.ByConnection),
        Add(summaries, summary => summary.ByVersion),
        Add(summaries, summary => summary.ByPendingState),
        Add(summaries, summary => summary.ByReason));

    private static ImmutableSortedDictionary<string, long> Add(
        IEnumerable<FleetSummary> summaries, Func<FleetSummary, ImmutableSortedDictionary<string, long>> counts) => summaries
        .SelectMany(counts)
        .GroupBy(count => count.Key, StringComparer.Ordinal)
        .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(count => count.Value), StringComparer.Ordinal);
}
