using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Dashboard;

namespace Wuying.Silo.Hosting;

/// <summary>Adds the Orleans dashboard to a silo.</summary>
internal static class DashboardExtensions
{
    /// <summary>Adds it where the options give it a port; the grains' clock must be there already.</summary>
    public static ISiloBuilder AddWuyingDashboard(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<DashboardServerOptions>().BindConfiguration(DashboardServerOptions.SectionName).ValidateOnStart();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DashboardServerOptions>, DashboardServerOptionsValidator>());
        silo.Services.TryAddSingleton<DashboardAddress>();
        if (!IsWanted(silo.Configuration.GetSection(DashboardServerOptions.SectionName)))
        {
            return silo;
        }

        silo.AddDashboard();
        silo.Services.LeaveTheFleetsClockToTheFleet();
        var services = silo.Services;
        services.AddHostedService(provider => ActivatorUtilities.CreateInstance<DashboardServer>(provider, services));
        return silo;
    }

    private static bool IsWanted(IConfigurationSection options) => options[nameof(DashboardServerOptions.Port)] is { Length: > 0 } port
        ? port != "0"
        : options.GetValue<bool>(nameof(DashboardServerOptions.OnFreePort));

    /// <summary>The dashboard samples every second by timers of grains. On a simulated clock they would make every simulated second one in which something is due, and on one that stands still they would never come.</summary>
    private static void LeaveTheFleetsClockToTheFleet(this IServiceCollection services)
    {
        var ofFleet = services.Last(service => service.ServiceType == typeof(TimeProvider) && Equals(service.ServiceKey, TimeProviderNames.Grains));
        services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, (provider, key) => new ClockBesideDashboard(
            (TimeProvider)ofFleet.KeyedImplementationFactory!(provider, key),
            provider.GetRequiredService<TimeProvider>(),
            new Lazy<IGrainContextAccessor>(provider.GetRequiredService<IGrainContextAccessor>)));
    }
}
