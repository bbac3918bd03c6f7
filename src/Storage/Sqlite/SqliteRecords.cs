using Wuying.Contracts.Fleet;
using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes what states record beside them: events, and rows of the table of updates.</summary>
internal sealed class SqliteRecords(SqliteSession session)
{
    private readonly SqliteStatement _append = session.Prepare("""
        INSERT INTO events (at, region, subject, subject_id, kind, requested_by, data, before_change, after_change)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private readonly SqliteStatement _youngest = session.Prepare("UPDATE youngest_event SET at = ?1 WHERE at < ?1");

    // The first write of an update makes its row, the others change it in place. Its day may change: an accepted offer.
    private readonly SqliteStatement _change = session.Prepare("""
        UPDATE updates SET state = ?, reason = ?, started_at = ?, finished_at = ?, snapshot_id = ?, reservation_id = ?,
            version = ?, from_version = ?, method = ?, requested_by = ?, requested_at = ?
        WHERE update_id = ? AND region = ? AND day = ? AND computer_id = ?
        """);

    private readonly SqliteStatement _replace = session.Prepare("""
        INSERT OR REPLACE INTO updates (
            state, reason, started_at, finished_at, snapshot_id, reservation_id,
            version, from_version, method, requested_by, requested_at, update_id, region, day, computer_id)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    private DateTimeOffset? _youngestAt;

    /// <summary>Writes the records of a state.</summary>
    public void Write(StateWrite write)
    {
        foreach (var change in write.Events)
        {
            Append(change);
        }

        foreach (var update in write.Updates)
        {
            BindColumns(_change, update).Run();
            if (session.Changes == 0)
            {
                BindColumns(_replace, update).Run();
            }
        }
    }

    /// <summary>Ends a batch: keeps the instant of its youngest event, before which no clock may go on.</summary>
    public void Finish()
    {
        if (_youngestAt is { } at)
        {
            _youngest.Bind(at).Run();
        }

        Forget();
    }

    /// <summary>Forgets a batch.</summary>
    public void Forget() => _youngestAt = null;

    private void Append(FleetEvent change)
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
            .Run();
        _youngestAt = _youngestAt is { } youngest && youngest > change.At ? youngest : change.At;
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
