using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Domain.EndUsers;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes what states record beside them: events, and rows of the table of updates.</summary>
internal sealed class SqliteRecords(SqliteSession session)
{
    private readonly SqliteStatement _append = session.PrepareForGood("""
        INSERT INTO events (at, region, subject, subject_id, kind, requested_by, data, before_change, after_change, previous)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly SqliteStatement _youngest = session.PrepareForGood("UPDATE youngest_event SET at = ?1 WHERE at < ?1");

    // The first write of an update makes its row, the others change it in place.
    private readonly SqliteStatement _write = session.PrepareForGood("""
        INSERT INTO updates (
            state, reason, started_at, finished_at, snapshot_id, reservation_id,
            version, from_version, method, requested_by, requested_at, update_id, region, day, computer_id, shard)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)
        ON CONFLICT DO UPDATE SET state = ?1, reason = ?2, started_at = ?3, finished_at = ?4, snapshot_id = ?5, reservation_id = ?6,
            version = ?7, from_version = ?8, method = ?9, requested_by = ?10, requested_at = ?11
        """);

    private readonly SqliteStatement _remove = session.PrepareForGood(
        "DELETE FROM updates WHERE region = ? AND day = ? AND shard = ? AND computer_id = ? AND update_id = ?");

    private readonly SqliteStatement _tell = session.PrepareForGood("""
        INSERT INTO notifications (
            user_id, sequence, kind, at, computer_id, computer_name, region, update_id, version, starts_at, ends_at, reason)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly SqliteStatement _trim = session.PrepareForGood("""
        DELETE FROM notifications WHERE user_id = ?1 AND sequence <= (
            SELECT sequence FROM notifications WHERE user_id = ?1 ORDER BY sequence DESC LIMIT 1 OFFSET ?2)
        """);

    private DateTimeOffset? _youngestAt;

    /// <summary>Appends events to a computer's chain.</summary>
    /// <returns>The chain's new end.</returns>
    public long? Chain(ImmutableArray<FleetEvent> events, long? lastEvent)
    {
        foreach (var change in events)
        {
            if (change.Subject == FleetSubjects.Computer)
            {
                Append(change, lastEvent);
                lastEvent = session.LastRow;
            }
            else
            {
                Append(change, previous: null);
            }
        }

        return lastEvent;
    }

    /// <summary>Appends events of anything but computers.</summary>
    public void Append(ImmutableArray<FleetEvent> events)
    {
        foreach (var change in events)
        {
            Append(change, previous: null);
        }
    }

    /// <summary>Writes a computer's updates.</summary>
    /// <param name="updates">The rows.</param>
    /// <param name="shard">The computer's shard.</param>
    /// <param name="pendingDay">The day of its pending update until now: an offer that is accepted later moves to another.</param>
    public void Write(ImmutableArray<UpdateRow> updates, int shard, string? pendingDay)
    {
        foreach (var update in updates)
        {
            if (pendingDay is not null && pendingDay != SqliteValues.Spell(update.Date))
            {
                _remove.Bind(update.RegionId.Value).Bind(pendingDay).Bind((long)shard).Bind(update.ComputerId.Value).Bind(update.UpdateId.Value).Run();
            }

            BindColumns(_write, update).Bind((long)shard).Run();
        }
    }

    /// <summary>Ends a batch: keeps the instant of its youngest event, before which no clock may go on.</summary>
    /// <returns>True when the batch has appended events.</returns>
    public bool Finish()
    {
        if (_youngestAt is not { } at)
        {
            return false;
        }

        _youngest.Bind(at).Run();
        Forget();
        return true;
    }

    /// <summary>Forgets a batch.</summary>
    public void Forget() => _youngestAt = null;

    private void Append(FleetEvent change, long? previous)
    {
        _append
            .Bind(change.At)
            .Bind(change.RegionId)
            .Bind(change.Subject)
            .Bind(change.SubjectId)
            .Bind(change.Kind)
            .Bind(change.RequestedBy)
            .Bind(change.Data)
            .Bind(change.Before)
            .Bind(change.After)
            .Bind(previous)
            .Run();
        if (change.Notice is { } notice)
        {
            Tell(notice, session.LastRow);
        }

        _youngestAt = _youngestAt is { } youngest && youngest > change.At ? youngest : change.At;
    }

    private void Tell(Notice notice, long sequence)
    {
        var notification = notice.Notification;
        foreach (var user in notice.To)
        {
            _tell
                .Bind(user.Value)
                .Bind(sequence)
                .Bind((long)notification.Kind)
                .Bind(notification.At)
                .Bind(notification.ComputerId.Value)
                .Bind(notification.ComputerName)
                .Bind(notification.RegionId.Value)
                .Bind(notification.UpdateId.Value)
                .Bind(notification.Version.Number)
                .Bind(notification.StartsAt)
                .Bind(notification.EndsAt)
                .Bind((long?)notification.Reason)
                .Run();
            _trim.Bind(user.Value).Bind(Notification.KeptMax).Run();
        }
    }

    private static SqliteStatement BindColumns(SqliteStatement statement, UpdateRow update) => statement
        .Bind((long)update.State)
        .Bind((long?)update.Reason)
        .Bind(update.StartedAt)
        .Bind(update.FinishedAt)
        .Bind(update.SnapshotId?.Value)
        .Bind(update.ReservationId?.Value)
        .Bind(update.Version.Number)
        .Bind(update.FromVersion.Number)
        .Bind((long)update.Method)
        .Bind(update.RequestedBy)
        .Bind(update.RequestedAt)
        .Bind(update.UpdateId.Value)
        .Bind(update.RegionId.Value)
        .Bind(update.Date)
        .Bind(update.ComputerId.Value);
}
