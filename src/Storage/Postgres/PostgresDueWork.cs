using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Storage.Queries;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Answers the tickers.</summary>
internal sealed class PostgresDueWork(PostgresFleetStore store, StateCodec codec) : IDueWork
{
    private static readonly string DueInWindow = Due("operation_window = $5", "update_window = $5", withImages: false);

    private static readonly string DueOutside = Due("operation_window IS NULL", "update_window IS NULL", withImages: true);

    private enum Kind
    {
        Outlook = 0,
        Computer = 1,
        Image = 2,
    }

    public async Task<DueWork> FindDueAsync(RegionId region, int shard, DateOnly? window, DateTimeOffset now, bool withChanged)
    {
        object?[] values = window is { } day ? [region.Value, shard, now, withChanged, day] : [region.Value, shard, now, withChanged];
        var rows = await store.Questions.AskAsync(window is null ? DueOutside : DueInWindow, Read, values);
        var outlook = rows[0];
        return outlook.NextDueAt is null ? DueWork.None : new DueWork(
            [.. rows.Select(row => row.Computer).OfType<DueComputer>()],
            [.. rows.Select(row => row.Image).OfType<CustomImage>()],
            outlook.NextDueAt,
            outlook.HasWaiting);
    }

    public async Task<ImmutableArray<QuotaReservation>> ListStrayReservationsAsync(RegionId region, DateOnly day, int shard) => [.. await store.Questions.AskAsync(
        """
        SELECT held.update_id FROM quota_reservations AS held
        WHERE held.region = $1 AND held.day = $2 AND held.shard = $3 AND NOT EXISTS (
            SELECT 1 FROM updates
            WHERE updates.region = held.region AND updates.day = held.day
                AND updates.computer_id = held.computer_id AND updates.reservation_id = held.update_id)
        ORDER BY held.update_id
        """,
        row => new QuotaReservation(day, new UpdateId(row.Text(0))),
        region.Value, day, shard)];

    public async Task<ImmutableArray<ShardWork>> ListShardsWithWorkAsync() => [.. await store.Questions.AskAsync(
        """
        SELECT region, shard, operation_window FROM computers WHERE operation_due_at IS NOT NULL
        UNION SELECT region, shard, update_window FROM computers WHERE update_due_at IS NOT NULL
        UNION SELECT region, shard, NULL FROM images WHERE update_due_at IS NOT NULL
        ORDER BY 1, 2, 3 NULLS FIRST
        """,
        row => new ShardWork(new RegionId(row.Text(0)), (int)row.Int64(1), row.DayOrNull(2)))];

    // One statement, and so one moment: first the outlook, then whose turn it is. Three partial indexes find the rows; a window
    // is compared with = or IS NULL, for which they serve, and not with IS NOT DISTINCT FROM, for which they do not.
    private static string Due(string operation, string update, bool withImages) => $"""
        WITH outlook AS (SELECT
            least(
                (SELECT min(operation_due_at) FROM computers
                    WHERE region = $1 AND shard = $2 AND {operation} AND operation_due_at IS NOT NULL),
                (SELECT min(update_due_at) FROM computers
                    WHERE region = $1 AND shard = $2 AND {update} AND update_due_at IS NOT NULL)
                {(withImages ? ", (SELECT min(update_due_at) FROM images WHERE region = $1 AND shard = $2 AND update_due_at IS NOT NULL)" : "")}
            ) AS next_due_at,
            {(withImages ? "" : "false AND ")} EXISTS (SELECT 1 FROM computers
                WHERE region = $1 AND shard = $2 AND {update} AND update_due_at IS NOT NULL AND pending_state = 3) AS has_waiting)
        SELECT 0 AS kind, '' AS id, NULL::bytea AS state, has_waiting, false, next_due_at, NULL, NULL, NULL FROM outlook
        UNION ALL
        SELECT 1, id, CASE WHEN operation_id IS NULL AND operation_due_at IS NOT NULL THEN state END,
            (operation_due_at <= $3 AND {operation}) IS TRUE,
            ({update} AND (update_due_at <= $3 OR ($4 AND pending_state = 3 AND obstacle IS DISTINCT FROM reason))) IS TRUE,
            NULL, operation_id, operation_kind, operation_started_at
        FROM computers WHERE id IN (
            SELECT id FROM computers
            WHERE region = $1 AND shard = $2 AND {operation} AND operation_due_at <= $3 AND operation_due_at IS NOT NULL
            UNION SELECT id FROM computers
            WHERE region = $1 AND shard = $2 AND {update} AND update_due_at <= $3 AND update_due_at IS NOT NULL
            UNION SELECT id FROM computers
            WHERE $4 AND region = $1 AND shard = $2 AND {update} AND pending_state = 3 AND obstacle IS DISTINCT FROM reason)
        {(withImages ? "UNION ALL SELECT 2, id, state, false, false, NULL, NULL, NULL, NULL FROM images WHERE region = $1 AND shard = $2 AND update_due_at <= $3" : "")}
        ORDER BY kind, id
        """;

    private DueRow Read(IRow row) => (Kind)row.Int64(0) switch
    {
        Kind.Computer => new() { Computer = new DueComputer(new CloudComputerId(row.Text(1)), row.Bool(3) ? OperationOf(row) : null, row.Bool(4)) },
        Kind.Image => new() { Image = codec.Read<CustomImage>(row.Bytes(2)) },
        _ => new() { HasWaiting = row.Bool(3), NextDueAt = row.InstantOrNull(5) },
    };

    // A row that was written before rows named their operation says so in its state.
    private MachineOperationRef OperationOf(IRow row) => row.IsNull(6)
        ? MachineOperationRef.Of(codec.Read<CloudComputer>(row.Bytes(2)))!
        : new MachineOperationRef(row.Text(1), row.Text(6), (MachineOperationKind)row.Int64(7), row.Instant(8));

    private sealed record DueRow
    {
        public DueComputer? Computer { get; init; }

        public CustomImage? Image { get; init; }

        public bool HasWaiting { get; init; }

        public DateTimeOffset? NextDueAt { get; init; }
    }
}
