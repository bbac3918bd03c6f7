using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes the table of computers.</summary>
internal sealed class SqliteComputers(SqliteSession session)
{
    private readonly SqliteStatement _find = session.Prepare(
        "SELECT rowid, row_version, users, region FROM computers WHERE id = ?");

    private readonly SqliteStatement _addUser = session.Prepare(
        "INSERT OR IGNORE INTO computer_users (user_id, computer_id) VALUES (?, ?)");

    private readonly SqliteStatement _removeUser = session.Prepare(
        "DELETE FROM computer_users WHERE user_id = ? AND computer_id = ?");

    // Left alone, id, region and shard cost nothing; a computer that moves is written anew.
    private readonly SqliteStatement _update = session.Prepare("""
        UPDATE computers SET
            status = ?, version = ?, connected_user = ?, pending_state = ?, reason = ?, obstacle = ?,
            operation_due_at = ?, operation_window = ?, update_due_at = ?, update_window = ?,
            office = ?, image_id = ?, image_type = ?, pending_version = ?, pending_date = ?, pending_method = ?,
            name = ?, search_text = ?, users = ?, row_version = ?, state = ?
        WHERE rowid = ?
        """);

    private readonly SqliteStatement _insert = session.Prepare("""
        INSERT INTO computers (
            status, version, connected_user, pending_state, reason, obstacle,
            operation_due_at, operation_window, update_due_at, update_window,
            office, image_id, image_type, pending_version, pending_date, pending_method,
            name, search_text, users, row_version, state,
            id, region, shard)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """);

    /// <summary>Writes a computer unless its version is another one.</summary>
    /// <returns>False when it was refused.</returns>
    public bool Write(StateWrite write, ComputerColumns columns)
    {
        var (row, version, users, region) = Find(write.Address.Key);
        if (!write.Matches(version))
        {
            return false;
        }

        if (row is { } known && region == columns.Computer.RegionId.Value)
        {
            BindColumns(_update, write, columns).Bind(known).Run();
        }
        else
        {
            session.Run("DELETE FROM computers WHERE rowid = ?", row);
            BindColumns(_insert, write, columns)
                .Bind(write.Address.Key).Bind(columns.Computer.RegionId.Value).Bind(columns.Computer.Shard).Run();
        }

        if (columns.Users != users)
        {
            Assign(write.Address.Key, users, columns.Users);
        }

        return true;
    }

    private (long? Row, long? Version, string Users, string? Region) Find(string id)
    {
        try
        {
            return _find.Bind(id).Read() ? (_find.Int64(0), _find.Int64(1), _find.Text(2), _find.Text(3)) : (null, null, "", null);
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

    private static SqliteStatement BindColumns(SqliteStatement statement, StateWrite write, ComputerColumns columns)
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
            .Bind(write.NewVersion)
            .Bind(write.State);
    }
}
