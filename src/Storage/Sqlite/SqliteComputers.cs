using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes the table of computers.</summary>
internal sealed class SqliteComputers(SqliteSession session, SqliteRecords records)
{
    private readonly SqliteStatement _find = session.PrepareForGood(
        "SELECT rowid, row_version, users, region, pending_date, last_event FROM computers WHERE id = ?");

    private readonly SqliteStatement _addUser = session.PrepareForGood(
        "INSERT OR IGNORE INTO computer_users (user_id, computer_id) VALUES (?, ?)");

    private readonly SqliteStatement _removeUser = session.PrepareForGood(
        "DELETE FROM computer_users WHERE user_id = ? AND computer_id = ?");

    // Left alone, id, region and shard cost nothing; a computer that moves is written anew.
    private readonly SqliteStatement _update = session.PrepareForGood("""
        UPDATE computers SET
            status = ?, version = ?, connected_user = ?, pending_state = ?, reason = ?, obstacle = ?,
            operation_due_at = ?, operation_window = ?, operation_id = ?, operation_kind = ?, operation_started_at = ?, update_due_at = ?, update_window = ?,
            office = ?, image_id = ?, image_type = ?, pending_version = ?, pending_date = ?, pending_method = ?,
            name = ?, search_text = ?, users = ?, last_event = ?, row_version = ?, state = ?
        WHERE rowid = ?
        """);

    private readonly SqliteStatement _insert = session.PrepareForGood("""
        INSERT INTO computers (
            status, version, connected_user, pending_state, reason, obstacle,
            operation_due_at, operation_window, operation_id, operation_kind, operation_started_at, update_due_at, update_window,
            office, image_id, image_type, pending_version, pending_date, pending_method,
            name, search_text, users, last_event, row_version, state,
            id, region, shard)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    /// <summary>Writes a computer, and what it records beside it, unless its version is another one.</summary>
    public void Write(StateWrite write, ComputerColumns columns)
    {
        var id = write.Address.Key;
        var known = Find(id);
        if (!write.Matches(known.Version))
        {
            return;
        }

        var lastEvent = records.Chain(write.Events, known.LastEvent);
        records.Write(write.Updates, columns.Computer.Shard, known.PendingDay);
        if (known.Row is { } row && known.Region == columns.Computer.RegionId.Value)
        {
            BindColumns(_update, write, columns, lastEvent).Bind(row).Run();
        }
        else
        {
            session.Run("DELETE FROM computers WHERE rowid = ?", known.Row);
            BindColumns(_insert, write, columns, lastEvent)
                .Bind(id).Bind(columns.Computer.RegionId.Value).Bind(columns.Computer.Shard).Run();
        }

        if (columns.Users != known.Users)
        {
            Assign(id, known.Users, columns.Users);
        }
    }

    private Known Find(string id)
    {
        try
        {
            return _find.Bind(id).Read()
                ? new(_find.Int64(0), _find.Int64(1), _find.Text(2), _find.Text(3), _find.TextOrNull(4), _find.Int64OrNull(5))
                : new(null, null, "", null, null, null);
        }
        finally
        {
            _find.Reset();
        }
    }

    private void Assign(string id, string before, string after)
    {
        foreach (var user in ComputerColumns.UsersOf(before))
        {
            _removeUser.Bind(user).Bind(id).Run();
        }

        foreach (var user in ComputerColumns.UsersOf(after))
        {
            _addUser.Bind(user).Bind(id).Run();
        }
    }

    private static SqliteStatement BindColumns(SqliteStatement statement, StateWrite write, ComputerColumns columns, long? lastEvent)
    {
        var computer = columns.Computer;
        var pending = computer.PendingUpdate;
        return statement
            .Bind((long)computer.Status)
            .Bind(computer.CurrentVersion.Number)
            .Bind(computer.Session?.UserId.Value)
            .Bind((long?)pending?.State)
            .Bind((long?)columns.Reason)
            .Bind((long?)columns.Obstacle)
            .Bind(columns.OperationDueAt)
            .Bind(columns.OperationWindow)
            .Bind(computer.Operation?.Id)
            .Bind((long?)computer.Operation?.Kind)
            .Bind(computer.Operation?.StartedAt)
            .Bind(columns.UpdateDueAt)
            .Bind(columns.UpdateWindow)
            .Bind(computer.OfficeNetworkId)
            .Bind(computer.ImageId.Value)
            .Bind((long)computer.ImageType)
            .Bind(pending?.Version.Number)
            .Bind(pending?.Date)
            .Bind((long?)pending?.Method)
            .Bind(computer.Name)
            .Bind(columns.SearchText)
            .Bind(columns.Users)
            .Bind(lastEvent)
            .Bind(write.NewVersion)
            .Bind(write.State);
    }

    /// <summary>What the row says before the write; a computer without one has no version.</summary>
    private readonly record struct Known(long? Row, long? Version, string Users, string? Region, string? PendingDay, long? LastEvent);
}
