using Npgsql;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>Answers the reads waiting at a moment with one query a table, in one round trip.</summary>
internal sealed class PostgresStateReader(NpgsqlDataSource source)
{
    /// <summary>The most reads in a batch.</summary>
    public const int BatchMax = 500;

    /// <summary>Answers a batch.</summary>
    public void Read(IReadOnlyList<PendingRead> batch)
    {
        Dictionary<StateAddress, StateRow> rows;
        try
        {
            rows = TryRows(batch);
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to the callers; the thread that reads must live on.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var read in batch)
            {
                read.Failed(PostgresErrors.Explain(exception));
            }

            return;
        }

        foreach (var read in batch)
        {
            read.Found(rows.GetValueOrDefault(read.Address));
        }
    }

    // A pooled connection may have died unnoticed.
    private Dictionary<StateAddress, StateRow> TryRows(IReadOnlyList<PendingRead> reads)
    {
        try
        {
            return Rows(reads);
        }
        catch (NpgsqlException exception) when (PostgresErrors.MayBeTriedAgain(exception))
        {
            return Rows(reads);
        }
    }

    private Dictionary<StateAddress, StateRow> Rows(IReadOnlyList<PendingRead> reads)
    {
        using var connection = source.OpenConnection();
        using var batch = connection.CreateBatch();
        var tables = reads.GroupBy(read => read.Address with { Key = "" }, read => read.Address.Key).ToArray();
        foreach (var table in tables)
        {
            Add(batch, table.Key, [.. table.Distinct()]);
        }

        var rows = new Dictionary<StateAddress, StateRow>();
        using var reader = batch.ExecuteReader();
        var row = new PostgresRow(reader);
        foreach (var table in tables)
        {
            while (reader.Read())
            {
                rows[table.Key with { Key = row.Text(0) }] = new StateRow(row.Int64(1), row.IsNull(2) ? null : row.Bytes(2));
            }

            reader.NextResult();
        }

        return rows;
    }

    private static void Add(NpgsqlBatch batch, StateAddress table, string[] keys) => _ = table.Table switch
    {
        StateTable.Computers => batch.Add(Select("computers"), PostgresBatches.Parameter(keys)),
        StateTable.Images => batch.Add(Select("images"), PostgresBatches.Parameter(keys)),
        StateTable.Regions => batch.Add(Select("regions"), PostgresBatches.Parameter(keys)),
        _ => batch.Add(
            "SELECT grain_key, row_version, state FROM grain_state WHERE grain_type = $2 AND state_name = $3 AND grain_key = ANY ($1)",
            PostgresBatches.Parameter(keys), PostgresBatches.Parameter(table.GrainType), PostgresBatches.Parameter(table.StateName)),
    };

    private static string Select(string table) => $"SELECT id, row_version, state FROM {table} WHERE id = ANY ($1)";
}
