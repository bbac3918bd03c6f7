using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Storage.Postgres;

namespace Wuying.Storage.Hosting;

/// <summary>Adds the PostgreSQL fleet store to a host.</summary>
public static class PostgresFleetStoreExtensions
{
    /// <summary>
    /// Adds the store: grain storage under <see cref="FleetStorage.Name"/>, queries, bulk operations, due work and clock, all in one
    /// database, which any number of silos share. Safe to call twice; the first store counts. Reminders are left to Orleans' own table,
    /// and the singleton <c>NpgsqlDataSource</c> is there for it and for whatever else of the host goes to the same database.
    /// </summary>
    /// <remarks>
    /// Call it before <c>UseOrleans</c> and before whatever loads the clock: services are started in the order in which they were
    /// added. Before anything else starts, the store waits up to half a minute for the server and runs <c>orleans.sql</c>, or says by a
    /// <see cref="StoreUnavailableException"/> what to do. The host needs an unkeyed <see cref="TimeProvider"/>, the system's.
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="connectionString">As Npgsql understands it. What it says of pooling and time limits goes before the defaults here.</param>
    public static IServiceCollection AddPostgresFleetStore(this IServiceCollection services, string connectionString)
    {
        if (services.TryAddFleetStore(provider => ActivatorUtilities.CreateInstance<PostgresFleetStore>(provider)))
        {
            services.AddSingleton(new PostgresFleetStoreOptions(connectionString));
            services.TryAddSingleton(provider => PostgresConnections.Make(provider.GetRequiredService<PostgresFleetStoreOptions>().ConnectionString));
            services.AddSingleton<IPurge, PostgresShortLivedStates>();
            services.AddSingleton<IPurge, PostgresEventRetention>();
            services.AddSingleton<IFleetQueries, PostgresFleetQueries>();
            services.AddSingleton<IBulkOperationStore, PostgresBulkOperations>();
            services.AddSingleton<IDueWork, PostgresDueWork>();
            services.AddSingleton<IClockStore, PostgresClockStore>();
        }

        return services;
    }
}
