using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Runtime.Hosting;
using Wuying.Contracts.Access;
using Wuying.Contracts.Fleet;
using Wuying.Storage.Access;
using Wuying.Storage.Events;
using Wuying.Storage.States;

namespace Wuying.Storage.Hosting;

/// <summary>What a host needs beside a store, whichever it is.</summary>
internal static class FleetStoreExtensions
{
    /// <summary>Adds a store, what opens and closes it, and the grain storage on it.</summary>
    /// <returns>False when the host has a store already; nothing is added then.</returns>
    public static bool TryAddFleetStore<TStore>(this IServiceCollection services, Func<IServiceProvider, TStore> make)
        where TStore : class, IFleetStore, IStateStore
    {
        if (services.Any(service => service.ServiceType == typeof(IFleetStore)))
        {
            return false;
        }

        services.AddMetrics();
        services.TryAddSingleton<FleetStoreInstruments>();
        services.TryAddSingleton<StateCodec>();
        services.TryAddSingleton<EventArrivals>();
        services.AddSingleton(make);
        services.AddSingleton<IFleetStore>(provider => provider.GetRequiredService<TStore>());
        services.AddSingleton<IStateStore>(provider => provider.GetRequiredService<TStore>());
        services.AddHostedService<FleetStoreService>();
        services.AddGrainStorage(FleetStorage.Name, (provider, _) => ActivatorUtilities.CreateInstance<FleetGrainStorage>(provider));
        services.AddSingleton<IAccessStore, AccessStore>();
        services.AddOptions<EventRetentionOptions>().BindConfiguration(EventRetentionOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EventRetentionOptions>, EventRetentionOptionsValidator>());
        return true;
    }
}
