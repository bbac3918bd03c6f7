using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Storage.Events;
using Wuying.Storage.Sqlite;

namespace Wuying.Storage.Hosting;

/// <summary>Adds the SQLite fleet store to a host.</summary>
public static class SqliteFleetStoreExtensions
{
    /// <summary>
    /// Adds the store: grain storage under <see cref="FleetStorage.Name"/>, reminder table, queries, bulk operations, due work and clock,
    /// all in one file. Safe to call twice; the first store counts.
    /// </summary>
    /// <remarks>
    /// Call it before <c>UseOrleans</c> and before whatever loads the clock: services are started in the order in which they were
    /// added, and the store must be open first. The silo needs <c>AddReminders()</c> besides, and the host an unkeyed
    /// <see cref="TimeProvider"/>, the system's.
    /// </remarks>
    /// <param name="services">The host's services.</param>
    /// <param name="path">The file; made, with its directory, if it is not there.</param>
    public static IServiceCollection AddSqliteFleetStore(this IServiceCollection services, string path)
    {
        var options = new SqliteFleetStoreOptions(path);
        if (services.TryAddFleetStore(provider => new SqliteFleetStore(
            options, provider.GetRequiredService<FleetStoreInstruments>(), provider.GetRequiredService<EventArrivals>())))
        {
            services.AddSingleton<IPurge, SqliteShortLivedStates>();
            services.AddSingleton<IPurge, SqliteEventRetention>();
            services.AddSingleton<IReminderTable, SqliteReminderTable>();
            services.AddSingleton<IFleetQueries, SqliteFleetQueries>();
            services.AddSingleton<IBulkOperationStore, SqliteBulkOperations>();
            services.AddSingleton<IDueWork, SqliteDueWork>();
            services.AddSingleton<IClockStore, SqliteClockStore>();
        }

        return services;
    }
}
