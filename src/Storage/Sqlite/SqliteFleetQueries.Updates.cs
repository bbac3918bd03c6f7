using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Regions;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>The updates of a day.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<UpdatesOfDay> ListUpdatesAsync(
        RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit)
    {
        var page = Pages.Limit(limit);
        return store.AskAsync(session => new UpdatesOfDay(
            Pages.Of(
                Merge(Enumerable.Range(0, RegionShard.Count).SelectMany(shard =>
                    ListShard(session, region, date, shard, state, reason, after, page + 1))).Take(page + 1).ToList(),
                page,
                update => update.UpdateId.Value),
            Count(session, "state", region, date, number => ApiWords.Of((UpdateRowState)number)),
            Count(session, "reason", region, date, number => ((RejectionCode)number).ToString())));
    }

    // Without slots there are no times: a remainder of nothing is nothing.
    public Task<ImmutableArray<UpdateGroup>> CountUpdatesAsync(RegionId region, DateOnly first, DateOnly last, TimeSpan? slot) =>
        store.AskAsync(session => session.Query(
            $"""
            SELECT {FleetRows.UpdateGroupColumns}, started_at - started_at % ?4, finished_at - finished_at % ?4, count(*)
            FROM updates WHERE region = ?1 AND day BETWEEN ?2 AND ?3 GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9
            """,
            FleetRows.UpdateGroup,
            region.Value, first, last, slot?.Ticks).ToImmutableArray());

    // Rows stand by shard, where the ticks find them together; a list by computer takes the first of each.
    private static List<UpdateRow> ListShard(
        SqliteSession session, RegionId region, DateOnly date, int shard, UpdateRowState? state, RejectionCode? reason, string? after, int limit) =>
        session.Query(
            $"""
            SELECT {FleetRows.UpdateColumns}
            FROM updates
            WHERE region = ?1 AND day = ?2 AND shard = ?3 AND (computer_id, update_id) > (?4, ?5)
                AND (?6 IS NULL OR state = ?6) AND (?7 IS NULL OR reason = ?7)
            ORDER BY computer_id, update_id LIMIT ?8
            """,
            FleetRows.Update,
            region.Value, date, shard, Pages.ComputerIn(after), after ?? "", state, reason, limit);

    private static IEnumerable<UpdateRow> Merge(IEnumerable<UpdateRow> updates) => updates
        .OrderBy(update => update.ComputerId.Value, StringComparer.Ordinal)
        .ThenBy(update => update.UpdateId.Value, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, long> Count(
        SqliteSession session, string column, RegionId region, DateOnly date, Func<long, string> word) =>
        session.Query(
            $"SELECT {column}, count(*) FROM updates WHERE region = ? AND day = ? AND {column} IS NOT NULL GROUP BY 1",
            row => (Word: word(row.Int64(0)), Count: row.Int64(1)),
            region.Value, date).ToImmutableSortedDictionary(row => row.Word, row => row.Count, StringComparer.Ordinal);
}
