using Wuying.Storage.States;

namespace Wuying.Storage.Sqlite;

/// <summary>Answers the reads waiting at a moment with one query a table.</summary>
internal sealed class SqliteStateReader(SqliteSession session)
{
    /// <summary>The most reads in a batch.</summary>
    public const int BatchMax = 500;

    /// <summary>Answers a batch.</summary>
    public void Read(IReadOnlyList<PendingRead> batch)
    {
        foreach (var group in batch.GroupBy(read => read.Address with { Key = "" }))
        {
            Answer(group.Key, [.. group]);
        }
    }

    private void Answer(StateAddress table, PendingRead[] reads)
    {
        Dictionary<string, StateRow> rows;
        try
        {
            rows = Rows(table, SqliteDialect.Instance.List(reads.Select(read => read.Address.Key).Distinct()));
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the callers; the thread that reads must live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Array.ForEach(reads, read => read.Failed(SqliteErrors.Explain(exception)));
            return;
        }

        Array.ForEach(reads, read => read.Found(rows.GetValueOrDefault(read.Address.Key)));
    }

    private Dictionary<string, StateRow> Rows(StateAddress table, object keys) => (table.Table switch
    {
        StateTable.Computers => session.Query(Select("computers"), Row, keys),
        StateTable.Images => session.Query(Select("images"), Row, keys),
        StateTable.Regions => session.Query(Select("regions"), Row, keys),
        _ => session.Query(
            """
            SELECT grain_key, row_version, state FROM grain_state
            WHERE grain_type = ? AND state_name = ? AND grain_key IN (SELECT value FROM json_each(?))
            """,
            Row, table.GrainType, table.StateName, keys),
    }).ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    private static string Select(string table) => $"SELECT id, row_version, state FROM {table} WHERE id IN (SELECT value FROM json_each(?))";

    private static KeyValuePair<string, StateRow> Row(SqliteStatement row) =>
        new(row.Text(0), new StateRow(row.Int64(1), row.IsNull(2) ? null : row.Bytes(2)));
}
