using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Sqlite;

/// <summary>Counts of the fleet: one walk over its rows for all of them.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<FleetSummary> SummarizeAsync(RegionId? region) => store.AskAsync(session =>
    {
        var where = new SqliteFilter(new ComputerFilter { RegionId = region });
        var groups = session.Query(
            $"""
            SELECT status, connected_user IS NOT NULL, version, pending_state, reason, count(*)
            FROM computers WHERE {where.Condition} GROUP BY 1, 2, 3, 4, 5
            """,
            row => new SummaryGroup(
                SqliteValues.ApiWord((CloudComputerStatus)row.Int64(0)),
                row.Bool(1) ? "connected" : "disconnected",
                row.Text(2),
                row.Int64OrNull(3) is { } state ? SqliteValues.ApiWord((PendingUpdateState)state) : "none",
                row.Int64OrNull(4) is { } reason ? ((RejectionCode)reason).ToString() : null,
                row.Int64(5)),
            [.. where.Values]);
        return new FleetSummary(
            groups.Sum(group => group.Count),
            Sums(groups, group => group.Status),
            Sums(groups, group => group.Connection),
            Sums(groups, group => group.Version),
            Sums(groups, group => group.Pending),
            Sums(groups.Where(group => group.Reason is not null), group => group.Reason!));
    });

    private static ImmutableSortedDictionary<string, long> Sums(IEnumerable<SummaryGroup> groups, Func<SummaryGroup, string> key) =>
        groups.GroupBy(key, StringComparer.Ordinal)
            .ToImmutableSortedDictionary(group => group.Key, group => group.Sum(part => part.Count), StringComparer.Ordinal);

    private sealed record SummaryGroup(string Status, string Connection, string Version, string Pending, string? Reason, long Count);
}
