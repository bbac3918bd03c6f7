using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Writes the tables of the grains that write seldom, and of those without a table of their own.</summary>
internal sealed class SqliteStates(SqliteSession session, SqliteRecords records)
{
    /// <summary>Writes a state, and what it records beside it, unless its version is another one.</summary>
    public void Write(StateWrite write)
    {
        if (!write.Matches(Version(write.Address)))
        {
            return;
        }

        switch (write.Address.Table)
        {
            case StateTable.Images when write.Image is { } columns:
                WriteImage(write, columns);
                break;
            case StateTable.Regions:
                session.Run(
                    """
                    INSERT INTO regions (id, row_version, state) VALUES (?, ?, ?)
                    ON CONFLICT (id) DO UPDATE SET row_version = excluded.row_version, state = excluded.state
                    """,
                    write.Address.Key, write.NewVersion, write.State);
                break;
            case StateTable.GrainState:
                session.Run(
                    """
                    INSERT INTO grain_state (grain_type, grain_key, state_name, row_version, written_at, state) VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (grain_type, grain_key, state_name) DO UPDATE SET
                        row_version = excluded.row_version, written_at = excluded.written_at, state = excluded.state
                    """,
                    write.Address.GrainType, write.Address.Key, write.Address.StateName, write.NewVersion, write.WrittenAt, write.State);
                break;
            default:
                throw new NotSupportedException($"{write.Address} is not written like this.");
        }

        records.Append(write.Events);    }

    private long? Version(StateAddress address) => address.Table switch
    {
        StateTable.Images => session.Number("SELECT row_version FROM images WHERE id = ?", address.Key),
        StateTable.Regions => session.Number("SELECT row_version FROM regions WHERE id = ?", address.Key),
        _ => session.Number(
            "SELECT row_version FROM grain_state WHERE grain_type = ? AND grain_key = ? AND state_name = ?",
            address.GrainType, address.Key, address.StateName),
    };

    private void WriteImage(StateWrite write, ImageColumns columns) => session.Run(
        """
        INSERT INTO images (id, region, shard, image_type, version, update_due_at, is_deleted, row_version, state) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET
            region = excluded.region, image_type = excluded.image_type, version = excluded.version, update_due_at = excluded.update_due_at,
            is_deleted = excluded.is_deleted, row_version = excluded.row_version, state = excluded.state
        """,
        write.Address.Key,
        columns.Image.RegionId.Value,
        columns.Image.Shard,
        columns.Image.Type,
        columns.Image.CurrentVersion.Number,
        columns.UpdateDueAt,
        columns.Image.IsDeleted,
        write.NewVersion,
        write.State);
}
