using Npgsql;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>What a batch records beside its rows: updates, places in quotas, and events with what users are told of them. Events come last, since their numbers hold up everybody else.</summary>
internal sealed class PostgresRecords
{
    /// <summary>The channel on which every silo hears of commits with events.</summary>
    public const string Channel = "fleet_events";

    private static readonly RowSet<UpdateRow> UpdateRows = new RowSet<UpdateRow>()
        .With("update_id", update => update.UpdateId.Value)
        .With("computer_id", update => update.ComputerId.Value)
        .With("region", update => update.RegionId.Value)
        .With("day", update => update.Date)
        .With("state", update => (int)update.State)
        .With("reason", update => (int?)update.Reason)
        .With("started_at", update => update.StartedAt?.UtcTicks)
        .With("finished_at", update => update.FinishedAt?.UtcTicks)
        .With("snapshot_id", update => update.SnapshotId?.Value)
        .With("reservation_id", update => update.ReservationId?.Value)
        .With("version", update => update.Version.Number)
        .With("from_version", update => update.FromVersion.Number)
        .With("method", update => (int)update.Method)
        .With("requested_by", update => update.RequestedBy)
        .With("requested_at", update => update.RequestedAt.UtcTicks);

    private static readonly RowSet<SessionRow> SessionRows = new RowSet<SessionRow>()
        .With("computer_id", session => session.ComputerId.Value)
        .With("region", session => session.RegionId.Value)
        .With("user_id", session => session.UserId.Value)
        .With("started_at", session => session.StartedAt.UtcTicks)
        .With("ended_at", session => session.EndedAt?.UtcTicks);

    private static readonly RowSet<FleetEvent> EventRows = new RowSet<FleetEvent>()
        .With("at", change => change.At.UtcTicks)
        .With("region", change => change.RegionId)
        .With("subject", change => change.Subject)
        .With("subject_id", change => change.SubjectId)
        .With("kind", change => change.Kind)
        .With("requested_by", change => change.RequestedBy)
        .With("data", change => change.Data)
        .With("before_change", change => change.Before)
        .With("after_change", change => change.After);

    private static readonly RowSet<Told> NotificationRows = new RowSet<Told>()
        .With("sequence", told => told.EventsAfter)
        .With("user_id", told => told.UserId)
        .With("kind", told => (int)told.Notification.Kind)
        .With("at", told => told.Notification.At.UtcTicks)
        .With("computer_id", told => told.Notification.ComputerId.Value)
        .With("computer_name", told => told.Notification.ComputerName)
        .With("region", told => told.Notification.RegionId.Value)
        .With("update_id", told => told.Notification.UpdateId.Value)
        .With("version", told => told.Notification.Version.Number)
        .With("starts_at", told => told.Notification.StartsAt?.UtcTicks)
        .With("ends_at", told => told.Notification.EndsAt?.UtcTicks)
        .With("reason", told => (int?)told.Notification.Reason);

    private static readonly string UpsertUpdates = $"""
        INSERT INTO updates ({UpdateRows.Columns}) SELECT * FROM {UpdateRows.Unnest()}
        ON CONFLICT (update_id) DO UPDATE SET
            {string.Join(", ", UpdateRows.Names.Skip(1).Select(column => $"{column} = excluded.{column}"))}
        """;

    private static readonly string UpsertSessions = $"""
        INSERT INTO sessions ({SessionRows.Columns}) SELECT * FROM {SessionRows.Unnest()}
        ON CONFLICT (computer_id, user_id, started_at) DO UPDATE SET ended_at = excluded.ended_at
        """;

    private const string TrimSessions = """
        DELETE FROM sessions AS old
        USING unnest($1) AS changed (computer_id) CROSS JOIN LATERAL (
            SELECT kept.number FROM sessions AS kept
            WHERE kept.computer_id = changed.computer_id ORDER BY kept.number DESC LIMIT 1 OFFSET $2) AS edge
        WHERE old.computer_id = changed.computer_id AND old.number <= edge.number
        """;

    private static readonly string AppendEvents = $"""
        WITH taken AS (
            UPDATE event_counter SET
                last = last + cardinality($1), youngest_at = greatest(youngest_at, (SELECT max(at) FROM unnest($1) AS at))
            RETURNING last - cardinality($1) AS before)
        INSERT INTO events (sequence, {EventRows.Columns})
        SELECT taken.before + appended.number, {EventRows.Columns}
        FROM taken, {EventRows.Unnest()} WITH ORDINALITY AS appended ({EventRows.Columns}, number)
        """;

    // The counter is this transaction's by now: the event that so many others follow.
    private static readonly string Tell = $"""
        INSERT INTO notifications ({NotificationRows.Columns})
        SELECT (SELECT last FROM event_counter) - told.sequence, {string.Join(", ", NotificationRows.Names.Skip(1))}
        FROM {NotificationRows.Unnest()} AS told ({NotificationRows.Columns})
        """;

    private const string Trim = """
        DELETE FROM notifications AS old
        USING unnest($1) AS told (user_id) CROSS JOIN LATERAL (
            SELECT kept.sequence FROM notifications AS kept
            WHERE kept.user_id = told.user_id ORDER BY kept.sequence DESC LIMIT 1 OFFSET $2) AS edge
        WHERE old.user_id = told.user_id AND old.sequence <= edge.sequence
        """;

    private const string Release = """
        DELETE FROM quota_reservations
        WHERE region = $4 AND day = $5 AND (shard, computer_id, update_id) IN (SELECT * FROM unnest($1, $2, $3))
        """;

    private const string Grant = """
        INSERT INTO quota_reservations (region, day, shard, computer_id, update_id)
        SELECT $4, $5, * FROM unnest($1, $2, $3) ON CONFLICT DO NOTHING
        """;

    private static readonly RowSet<UpdateId> Places = new RowSet<UpdateId>()
        .With("shard", id => RegionShard.Of(id.ComputerId.Value))
        .With("computer_id", id => id.ComputerId.Value)
        .With("update_id", id => id.Value);

    private readonly List<QuotaWrite> _quotas = [];
    private readonly Dictionary<UpdateId, UpdateRow> _updates = [];
    private readonly Dictionary<(CloudComputerId Computer, UserId User, DateTimeOffset StartedAt), SessionRow> _sessions = [];
    private readonly List<FleetEvent> _events = [];

    /// <summary>Takes in what a write carries that was not refused.</summary>
    public void Take(VersionedWrite write)
    {
        switch (write)
        {
            case QuotaWrite quota:
                _quotas.Add(quota);
                break;
            case StateWrite state:
                _events.AddRange(state.Events);
                foreach (var update in state.Updates)
                {
                    _updates[update.UpdateId] = update;
                }

                foreach (var session in state.Sessions)
                {
                    _sessions[(session.ComputerId, session.UserId, session.StartedAt)] = session;
                }

                break;
            default:
                break;
        }
    }

    /// <summary>Adds the statements that write all of it.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        if (_updates.Count > 0)
        {
            batch.Add(UpsertUpdates, UpdateRows.ValuesOf([.. _updates.Values]));
        }

        if (_sessions.Count > 0)
        {
            batch.Add(UpsertSessions, SessionRows.ValuesOf([.. _sessions.Values]));
            batch.Add(
                TrimSessions,
                PostgresBatches.Parameter(_sessions.Keys.Select(key => key.Computer.Value).Distinct().ToArray()),
                PostgresBatches.Parameter(SessionRow.KeptMax));
        }

        foreach (var quota in _quotas)
        {
            // Given back first: an id that was given back and granted again holds a place.
            AddPlaces(batch, Release, quota, quota.Released);
            AddPlaces(batch, Grant, quota, quota.Granted);
        }

        if (_events.Count > 0)
        {
            batch.Add(AppendEvents, EventRows.ValuesOf(_events));
            AddNotifications(batch);
            batch.Add($"NOTIFY {Channel}");
        }
    }

    private static void AddPlaces(NpgsqlBatch batch, string sql, QuotaWrite quota, IReadOnlyList<UpdateId> ids)
    {
        if (ids.Count > 0)
        {
            batch.Add(sql, [
                .. Places.ValuesOf(ids),
                PostgresBatches.Parameter(quota.Day.RegionId.Value),
                PostgresBatches.Parameter(quota.Day.Day)]);
        }
    }

    private void AddNotifications(NpgsqlBatch batch)
    {
        var told = _events.SelectMany((change, index) => change.Notice is { } notice
            ? notice.To.Select(user => new Told(user.Value, _events.Count - 1 - index, notice.Notification))
            : []).ToArray();
        if (told.Length > 0)
        {
            batch.Add(Tell, NotificationRows.ValuesOf(told));
            batch.Add(Trim, PostgresBatches.Parameter(told.Select(one => one.UserId).Distinct().ToArray()), PostgresBatches.Parameter(Notification.KeptMax));
        }
    }

    /// <summary>A notification for one user, of the event that so many others of the batch follow.</summary>
    private sealed record Told(string UserId, long EventsAfter, Notification Notification);
}
