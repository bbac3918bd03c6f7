using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Answers the tickers.</summary>
internal sealed class SqliteDueWork(SqliteFleetStore store, StateCodec codec) : IDueWork
{
    // Each is answered by a partial index alone; days are compared with IS because work outside windows has none.
    private const string DueOperations = """
        SELECT id, operation_id, operation_kind, operation_started_at FROM computers
        WHERE region = ? AND shard = ? AND operation_window IS ? AND operation_due_at <= ? AND operation_due_at IS NOT NULL
        """;

    private const string DueUpdates = """
        SELECT id FROM computers
        WHERE region = ? AND shard = ? AND update_window IS ? AND update_due_at <= ? AND update_due_at IS NOT NULL
        """;

    private const string Changed = """
        SELECT id FROM computers WHERE region = ? AND shard = ? AND update_window IS ? AND pending_state = 3 AND obstacle IS NOT reason
        """;

    // The first of each index; only outside windows it matters whether an update waits.
    private const string Next = """
        SELECT
            (SELECT min(operation_due_at) FROM computers
                WHERE region = ?1 AND shard = ?2 AND operation_window IS ?3 AND operation_due_at IS NOT NULL),
            (SELECT min(update_due_at) FROM computers
                WHERE region = ?1 AND shard = ?2 AND update_window IS ?3 AND update_due_at IS NOT NULL),
            (SELECT min(update_due_at) FROM images
                WHERE ?3 IS NULL AND region = ?1 AND shard = ?2 AND update_due_at IS NOT NULL),
            ?3 IS NULL AND EXISTS (SELECT 1 FROM computers
                WHERE region = ?1 AND shard = ?2 AND update_window IS ?3 AND update_due_at IS NOT NULL AND pending_state = 3)
        """;

    public Task<DueWork> FindDueAsync(RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool withChanged) =>
        store.AskAsync(session =>
        {
            var (next, hasWaiting) = session.Query(
                Next,
                row => (Next: new[] { row.InstantOrNull(0), row.InstantOrNull(1), row.InstantOrNull(2) }.Min(), HasWaiting: row.Bool(3)),
                region.Value, shard, window).Single();
            return next is null ? DueWork.None : new DueWork(
                next <= now || withChanged ? ListComputers(session, region, shard, window, now, withChanged) : [],
                next <= now && window is null ? ListImages(session, region, shard, now) : [],
                next,
                hasWaiting);
        });

    public Task<ImmutableArray<QuotaReservation>> ListStrayReservationsAsync(RegionId region, DateOnly day, int shard) =>
        store.AskAsync(session => session.Query(
            """
            SELECT update_id FROM quota_reservations held
            WHERE held.region = ? AND held.day = ? AND held.shard = ? AND NOT EXISTS (
                SELECT 1 FROM updates
                WHERE updates.region = held.region AND updates.day = held.day AND updates.shard = held.shard
                    AND updates.computer_id = held.computer_id AND updates.reservation_id = held.update_id)
            ORDER BY update_id
            """,
            row => new QuotaReservation(day, new UpdateId(row.Text(0))),
            region.Value, day, shard).ToImmutableArray());

    public Task<ImmutableArray<ShardWork>> ListShardsWithWorkAsync() => store.AskAsync(session => session.Query(
        """
        SELECT region, shard, operation_window FROM computers WHERE operation_due_at IS NOT NULL
        UNION SELECT region, shard, update_window FROM computers WHERE update_due_at IS NOT NULL
        UNION SELECT region, shard, NULL FROM images WHERE update_due_at IS NOT NULL
        ORDER BY 1, 2, 3
        """,
        row => new ShardWork(new RegionId(row.Text(0)), (int)row.Int64(1), row.DayOrNull(2))).ToImmutableArray());

    private ImmutableArray<DueComputer> ListComputers(
        SqliteSession session, RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool withChanged)
    {
        var operations = session.Query(DueOperations, row => OperationOf(session, row), region.Value, shard, window, now);
        var updates = session.Query(DueUpdates, row => row.Text(0), region.Value, shard, window, now);
        return DueComputers.Of(operations, withChanged ? [.. updates, .. session.Query(Changed, row => row.Text(0), region.Value, shard, window)] : updates);
    }

    // A row that was written before rows named their operation says so in its state.
    private MachineOperationRef OperationOf(SqliteSession session, SqliteStatement row) => row.IsNull(1)
        ? MachineOperationRef.Of(codec.Read<CloudComputer>(session.Query("SELECT state FROM computers WHERE id = ?", old => old.Bytes(0), row.Text(0)).Single()))!
        : new MachineOperationRef(row.Text(0), row.Text(1), (MachineOperationKind)row.Int64(2), row.Instant(3));

    private ImmutableArray<CustomImage> ListImages(SqliteSession session, RegionId region, int shard, DateTimeOffset now) => [.. session.Query(
        "SELECT state FROM images WHERE region = ? AND shard = ? AND update_due_at <= ? AND update_due_at IS NOT NULL ORDER BY id",
        row => codec.Read<CustomImage>(row.Bytes(0)),
        region.Value, shard, now)];
}
