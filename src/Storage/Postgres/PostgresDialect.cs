using Wuying.Storage.Queries;

namespace Wuying.Storage.Postgres;

/// <summary>PostgreSQL's words.</summary>
internal sealed class PostgresDialect : ISqlDialect
{
    public static readonly PostgresDialect Instance = new();

    public string Parameter(int number) => $"${number}";

    public string Contains(string column, string parameter) => $"strpos({column}, {parameter}) > 0";

    public string IsIn(string column, string parameter) => $"{column} = ANY ({parameter})";

    public object List(IEnumerable<string> values) => values.ToArray();
}
