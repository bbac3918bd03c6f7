using Npgsql;

namespace Wuying.Silo.Hosting;

/// <summary>Where the store is: <c>sqlite:PATH</c> or <c>postgres:CONNECTION-STRING</c>.</summary>
/// <param name="Kind">Which database.</param>
/// <param name="Value">The path or the connection string.</param>
public sealed record StoreLocation(StoreKind Kind, string Value)
{
    /// <summary>The store of a program that was told nothing.</summary>
    public const string Default = "sqlite:data/wuying.db";

    /// <summary>The place without any password, to be shown.</summary>
    public string Shown => Kind is StoreKind.Postgres && new NpgsqlConnectionStringBuilder(Value) is { } connection
        ? $"PostgreSQL, database {connection.Database ?? connection.Username} on {connection.Host}:{connection.Port}"
        : Value;

    /// <summary>Reads a location; null when it is none.</summary>
    public static StoreLocation? Parse(string text) => text.Split(':', 2) switch
    {
        ["sqlite", { Length: > 0 } path] => new(StoreKind.Sqlite, path),
        ["postgres", { Length: > 0 } connection] when IsConnectionString(connection) => new(StoreKind.Postgres, connection),
        _ => null,
    };

    /// <summary>How locations of a kind are written.</summary>
    public static string SpellingOf(StoreKind kind) => kind is StoreKind.Sqlite
        ? "sqlite:PATH"
        : "postgres:CONNECTION-STRING with a Host, such as postgres:Host=127.0.0.1;Username=wuying;Database=wuying";

    private static bool IsConnectionString(string text)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(text).Host is { Length: > 0 };
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException)
        {
            return false;
        }
    }
}
