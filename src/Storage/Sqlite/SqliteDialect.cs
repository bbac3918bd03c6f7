using System.Text.Json;
using Wuying.Storage.Queries;

namespace Wuying.Storage.Sqlite;

/// <summary>SQLite's words.</summary>
internal sealed class SqliteDialect : ISqlDialect
{
    public static readonly SqliteDialect Instance = new();

    public string Parameter(int number) => $"?{number}";

    public string Contains(string column, string parameter) => $"instr({column}, {parameter}) > 0";

    public string IsIn(string column, string parameter) => $"{column} IN (SELECT value FROM json_each({parameter}))";

    public object List(IEnumerable<string> values) => JsonSerializer.Serialize(values);
}
