using System.Data.Common;
using Npgsql;

namespace Wuying.Storage.Postgres;

/// <summary>Makes the pool of connections that a whole process shares.</summary>
internal static class PostgresConnections
{
    /// <summary>The pool. What the connection string says itself goes before what is sensible here.</summary>
    /// <exception cref="StoreUnavailableException">The connection string cannot be read.</exception>
    public static NpgsqlDataSource Make(string connectionString)
    {
        try
        {
            var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
            var settings = new NpgsqlConnectionStringBuilder(connectionString);
            foreach (var (name, value) in Sensible)
            {
                if (!given.ContainsKey(name) && !given.ContainsKey(name.Replace(" ", "", StringComparison.Ordinal)))
                {
                    settings[name] = value;
                }
            }

            return NpgsqlDataSource.Create(settings);
        }
        catch (Exception exception) when (exception is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw new StoreUnavailableException(
                $"The connection string of the store cannot be read: {exception.Message} Give one such as --store \"postgres:Host=127.0.0.1;Username=wuying;Database=wuying\".",
                exception);
        }
    }

    // Seconds, where they are times. A caller waits for a batch that is under way, and then for its own: twice ten at the worst.
    private static readonly (string Name, object Value)[] Sensible =
    [
        ("Application Name", "WuyingOrleans"),
        ("Maximum Pool Size", 40),
        ("Minimum Pool Size", 4),
        ("Timeout", 5),
        ("Command Timeout", 9),
        ("Cancellation Timeout", 500),
        ("Keepalive", 10),
        ("Tcp Keepalive", true),
        ("Max Auto Prepare", 250),
        ("Auto Prepare Min Usages", 2),
    ];
}
