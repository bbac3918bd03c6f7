namespace Wuying.Silo.Hosting;

/// <summary>Where the store is: <c>sqlite:PATH</c> or <c>postgres:CONNECTION-STRING</c>.</summary>
/// <param name="Kind">Which database.</param>
/// <param name="Value">The path or the connection string.</param>
public sealed record StoreLocation(StoreKind Kind, string Value)
{
    /// <summary>The key in the configuration.</summary>
    public const string ConfigurationKey = "Store";

    /// <summary>The store of a program that was told nothing.</summary>
    public const string Default = "sqlite:data/wuying.db";

    /// <summary>Reads a location; null when it is none.</summary>
    public static StoreLocation? Parse(string text) => text.Split(':', 2) switch
    {
        ["sqlite", { Length: > 0 } path] => new(StoreKind.Sqlite, path),
        ["postgres", { Length: > 0 } connection] => new(StoreKind.Postgres, connection),
        _ => null,
    };
}
