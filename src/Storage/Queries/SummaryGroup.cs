using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Queries;

/// <summary>So many computers that have all in common what a summary counts.</summary>
internal sealed record SummaryGroup(string Status, string Connection, string Version, string Pending, string? Reason, long Count)
{
    /// <summary>What <see cref="Of(IRow)"/> reads.</summary>
    public const string Columns = $"{SummaryKey.Columns}, count(*)";

    /// <summary>Reads <see cref="Columns"/>, grouped by all but the last.</summary>
    public static SummaryGroup Of(IRow row) => Of(SummaryKey.Of(row), row.Int64(5));

    /// <summary>So many of a kind.</summary>
    public static SummaryGroup Of(SummaryKey key, long count) => new(
        ApiWords.Of((CloudComputerStatus)key.Status),
        key.IsConnected ? "connected" : "disconnected",
        key.Version,
        key.PendingState is { } state ? ApiWords.Of((PendingUpdateState)state) : "none",
        key.Reason is { } reason ? ((RejectionCode)reason).ToString() : null,
        count);

    /// <summary>Counts by each property.</summary>
    public static FleetSummary Sum(IReadOnlyCollection<SummaryGroup> groups) => new(
        groups.Sum(group => group.Count),
        Sums(groups, group => group.Status),
        Sums(groups, group => group.Connection),
        Sums(groups, group => group.Version),
        Sums(groups, group => group.Pending),
        Sums(groups.Where(group => group.Reason is not null), group => group.Reason!));

    private static ImmutableSortedDictionary<string, long> Sums(IEnumerable<SummaryGroup> groups, Func<SummaryGroup, string> key) =>
        groups.GroupBy(key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(part => part.Count), StringComparer.Ordinal);
}
