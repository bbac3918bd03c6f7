using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>A column of rows that are written together.</summary>
internal abstract class RowColumn<TRow>(string name)
{
    /// <summary>The column's name.</summary>
    public string Name { get; } = name;

    /// <summary>The column's values of all rows, as an array.</summary>
    public abstract NpgsqlParameter ValuesOf(IReadOnlyList<TRow> rows);
}
