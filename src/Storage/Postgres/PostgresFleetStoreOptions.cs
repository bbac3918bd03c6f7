namespace Wuying.Storage.Postgres;

/// <summary>Where the PostgreSQL fleet store is.</summary>
/// <param name="ConnectionString">As Npgsql understands it.</param>
internal sealed record PostgresFleetStoreOptions(string ConnectionString)
{
    /// <summary>How long to wait at start-up for a server that is not there yet.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);
}
