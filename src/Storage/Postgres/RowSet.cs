using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>Rows on their way to the database: one array a column, so that a statement's text does not depend on how many there are.</summary>
internal sealed class RowSet<TRow>
{
    private readonly List<RowColumn<TRow>> _columns = [];

    /// <summary>The names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Select(column => column.Name);

    /// <summary>The columns as a list.</summary>
    public string Columns => string.Join(", ", Names);

    /// <summary>What makes rows of the first so many arrays, which are the statement's first parameters.</summary>
    public static string UnnestFirst(int columns) => $"unnest({string.Join(", ", Enumerable.Range(1, columns).Select(number => $"${number}"))})";

    /// <summary>What makes rows of the arrays.</summary>
    public string Unnest() => UnnestFirst(_columns.Count);

    /// <summary>Adds a column.</summary>
    public RowSet<TRow> With<TValue>(string name, Func<TRow, TValue> value)
    {
        _columns.Add(new Typed<TValue>(name, value));
        return this;
    }

    /// <summary>The arrays of some rows.</summary>
    public IEnumerable<NpgsqlParameter> ValuesOf(IReadOnlyList<TRow> rows) => _columns.Select(column => column.ValuesOf(rows));

    private sealed class Typed<TValue>(string name, Func<TRow, TValue> value) : RowColumn<TRow>(name)
    {
        public override NpgsqlParameter ValuesOf(IReadOnlyList<TRow> rows)
        {
            var values = new TValue[rows.Count];
            for (var index = 0; index < values.Length; index++)
            {
                values[index] = value(rows[index]);
            }

            return new NpgsqlParameter<TValue[]> { TypedValue = values };
        }
    }
}
