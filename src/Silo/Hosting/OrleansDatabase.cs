using Orleans.Serialization;

namespace Wuying.Silo.Hosting;

/// <summary>The database of a cluster as Orleans knows it.</summary>
internal static class OrleansDatabase
{
    /// <summary>The name that its ADO.NET providers have for PostgreSQL, which is its driver's, and that of the driver's namespace.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>Lets the driver's exceptions travel inside those that grains answer with; otherwise none of them would arrive.</summary>
    public static IServiceCollection SendDatabaseExceptions(this IServiceCollection services) =>
        services.Configure<ExceptionSerializationOptions>(static options => options.SupportedNamespacePrefixes.Add(Invariant));
}
