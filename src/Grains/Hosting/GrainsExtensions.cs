using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Hosting;

/// <summary>Registers what the grains need of their own. The store, the machines and the clock come from their projects.</summary>
public static class GrainsExtensions
{
    /// <summary>Adds the grains' services; safe to call twice.</summary>
    public static IServiceCollection AddWuyingGrains(this IServiceCollection services)
    {
        // Thousands of small, equal grains: chance spreads them evenly, and need not know how busy a silo is.
        services.TryAddSingleton<PlacementStrategy, RandomPlacement>();
        services.AddMetrics().TryAddSingleton<FleetInstruments>();
        services.TryAddSingleton<Waves>();
        services.TryAddSingleton<Patience>();
        services.TryAddSingleton<QuotaDesk>();
        services.TryAddSingleton<Wakers>();
        services.TryAddSingleton<ShardTicker>();
        services.TryAddSingleton<StrayReservations>();
        services.AddOptions<UpdateOptions>().BindConfiguration(UpdateOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<UpdateOptions>, UpdateOptionsValidator>());
        return services;
    }

    /// <summary>Lets a silo go on at its start with whatever a crash cut short.</summary>
    public static ISiloBuilder AddWakeUpAtStart(this ISiloBuilder silo) => silo.AddStartupTask<WakeUpAtStart>();
}
