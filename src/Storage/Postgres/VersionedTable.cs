using Npgsql;
using Wuying.Storage.States;

namespace Wuying.Storage.Postgres;

/// <summary>
/// A table whose rows count their writes in <c>row_version</c>. An upsert goes by the primary key whatever the planner
/// thinks of the table; a join with the new rows would be planned while the table is empty, and be wrong when it is full.
/// </summary>
/// <typeparam name="TWrite">What writes it.</typeparam>
internal sealed class VersionedTable<TWrite> : IVersionedTable
    where TWrite : VersionedWrite
{
    private readonly RowSet<TWrite> _rows;
    private readonly int _keyLength;
    private readonly string _upsert;
    private readonly string _versions;
    private readonly string _delete;

    /// <summary>Describes a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="writeKey">Spells <see cref="GroupCommit.QueuedWrite.Key"/> from a row.</param>
    /// <param name="keyLength">How many of the columns, the first ones, are the primary key.</param>
    /// <param name="rows">The columns, <c>row_version</c> among them.</param>
    public VersionedTable(string name, string writeKey, int keyLength, RowSet<TWrite> rows)
    {
        _rows = rows;
        _keyLength = keyLength;
        var key = string.Join(", ", rows.Names.Take(keyLength));
        var changes = string.Join(", ", rows.Names.Skip(keyLength).Select(column => $"{column} = excluded.{column}"));

        // A row that was just made has no deleter, not even the one that locks it to change it.
        _upsert = $"""
            INSERT INTO {name} ({rows.Columns}) SELECT * FROM {rows.Unnest()}
            ON CONFLICT ({key}) DO UPDATE SET {changes} WHERE {name}.row_version = excluded.row_version - 1
            RETURNING {writeKey}, xmax = 0
            """;
        _versions = $"SELECT {writeKey}, row_version FROM {name} WHERE ({key}) IN (SELECT * FROM {RowSet<TWrite>.UnnestFirst(keyLength)})";
        _delete = $"DELETE FROM {name} WHERE ({key}) IN (SELECT * FROM {RowSet<TWrite>.UnnestFirst(keyLength)})";
    }

    public void AddUpsert(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes) => batch.Add(_upsert, _rows.ValuesOf(RowsOf(writes)));

    public void AddVersions(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes) => batch.Add(_versions, KeysOf(writes));

    public void AddDelete(NpgsqlBatch batch, IReadOnlyList<VersionedWrite> writes) => batch.Add(_delete, KeysOf(writes));

    private IEnumerable<NpgsqlParameter> KeysOf(IReadOnlyList<VersionedWrite> writes) => _rows.ValuesOf(RowsOf(writes)).Take(_keyLength);

    private static TWrite[] RowsOf(IReadOnlyList<VersionedWrite> writes) => [.. writes.Cast<TWrite>()];
}
