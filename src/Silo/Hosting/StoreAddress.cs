namespace Wuying.Silo.Hosting;

/// <summary>Where the store is, as <c>--store</c> says it: a kind, a colon and what that kind needs.</summary>
/// <param name="Kind">Which store.</param>
/// <param name="Value">For SQLite a file path.</param>
public sealed record StoreAddress(StoreKind Kind, string Value)
{
    /// <summary>The key in the configuration.</summary>
    public const string ConfigurationKey = "Store";

    /// <summary>The store of a program that was told nothing.</summary>
    public const string Default = "sqlite:data/wuying.db";

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is expected.</exception>
    public static StoreAddress Parse(string text) => text.Split(':', 2) switch
    {
        ["sqlite", { Length: > 0 } path] => new(StoreKind.Sqlite, Path.GetFullPath(path)),
        _ => throw new FormatException($"--store: '{text}' is not understood; write sqlite:PATH, for example {Default}."),
    };
}
