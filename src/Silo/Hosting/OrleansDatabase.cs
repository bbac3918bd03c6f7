namespace Wuying.Silo.Hosting;

/// <summary>The database of a cluster as Orleans' ADO.NET providers know it.</summary>
internal static class OrleansDatabase
{
    /// <summary>Their name for PostgreSQL.</summary>
    public const string Invariant = "Npgsql";
}
