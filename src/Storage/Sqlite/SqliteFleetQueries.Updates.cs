using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Sqlite;

/// <summary>The updates of a day.</summary>
internal sealed partial class SqliteFleetQueries
{
    public Task<UpdatesOfDay> ListUpdatesAsync(
        RegionId region, DateOnly date, UpdateRowState? state, RejectionCode? reason, string? after, int limit)
    {
        var page = SqlitePages.Limit(limit);
        return store.AskAsync(session => new UpdatesOfDay(
            SqlitePages.Of(
                Merge(Enumerable.Range(0, RegionShard.Count).SelectMany(shard =>
                    ListShard(session, region, date, shard, state, reason, after, page + 1))).Take(page + 1).ToList(),
                page,
                update => update.UpdateId.Value),
            Count(session, "state", region, date, number => SqliteValues.ApiWord((UpdateRowState)number)),
            Count(session, "reason", region, date, number => ((RejectionCode)number).ToString())));
    }

    // Rows stand by shard, where the ticks find them together; a list by computer takes the first of each.
    private static List<UpdateRow> ListShard(
        SqliteSession session, RegionId region, DateOnly date, int shard, UpdateRowState? state, RejectionCode? reason, string? after, int limit) =>
        session.Query(
            """
            SELECT update_id, computer_id, region, day, version, from_version, method, state, reason,
                requested_by, requested_at, started_at, finished_at, snapshot_id, reservation_id
            FROM updates
            WHERE region = ?1 AND day = ?2 AND shard = ?3 AND (computer_id, update_id) > (?4, ?5)
                AND (?6 IS NULL OR state = ?6) AND (?7 IS NULL OR reason = ?7)
            ORDER BY computer_id, update_id LIMIT ?8
            """,
            UpdateOf,
            region.Value, date, shard, ComputerIn(after), after ?? "", state, reason, limit);

    private static IEnumerable<UpdateRow> Merge(IEnumerable<UpdateRow> updates) => updates
        .OrderBy(update => update.ComputerId.Value, StringComparer.Ordinal)
        .ThenBy(update => update.UpdateId.Value, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, long> Count(
        SqliteSession session, string column, RegionId region, DateOnly date, Func<long, string> word) =>
        session.Query(
            $"SELECT {column}, count(*) FROM updates WHERE region = ? AND day = ? AND {column} IS NOT NULL GROUP BY 1",
            row => (Word: word(row.Int64(0)), Count: row.Int64(1)),
            region.Value, date).ToImmutableSortedDictionary(row => row.Word, row => row.Count, StringComparer.Ordinal);

    // The cursor is an update's id, and that begins with its computer's. Whatever else a caller sends is a place in the order too.
    private static string ComputerIn(string? after) => after switch
    {
        null => "",
        _ when after.Contains("-u", StringComparison.Ordinal) => new UpdateId(after).ComputerId.Value,
        _ => after,
    };

    private static UpdateRow UpdateOf(SqliteStatement row) => new()
    {
        UpdateId = new UpdateId(row.Text(0)),
        ComputerId = new CloudComputerId(row.Text(1)),
        RegionId = new RegionId(row.Text(2)),
        Date = row.Day(3),
        Version = new ImageVersion(row.Text(4)),
        FromVersion = new ImageVersion(row.Text(5)),
        Method = (UpdateMethod)row.Int64(6),
        State = (UpdateRowState)row.Int64(7),
        Reason = (RejectionCode?)row.Int64OrNull(8),
        RequestedBy = row.Text(9),
        RequestedAt = row.Instant(10),
        StartedAt = row.InstantOrNull(11),
        FinishedAt = row.InstantOrNull(12),
        SnapshotId = row.TextOrNull(13) is { } snapshot ? new SnapshotId(snapshot) : null,
        ReservationId = row.TextOrNull(14) is { } reservation ? new UpdateId(reservation) : null,
    };
}
