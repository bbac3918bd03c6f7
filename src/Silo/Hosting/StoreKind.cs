namespace Wuying.Silo.Hosting;

/// <summary>Which database keeps the fleet.</summary>
public enum StoreKind
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>A file.</summary>
    Sqlite = 1,
    /// <summary>A PostgreSQL server.</summary>
    Postgres = 2,
}
