using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Reminders;
using Wuying.Simulation.Clock.Shared;

namespace Wuying.Simulation.Clock;

public static class ClockExtensions
{
    private static readonly TimeSpan RefreshPeriod = TimeSpan.FromHours(6);

    // A reminder that is registered while silos come and go may be known to none until the list is read again.
    private static readonly TimeSpan SharedRefreshPeriod = TimeSpan.FromMinutes(30);

    private static readonly TimeSpan LoadPublishingPeriod = TimeSpan.FromHours(1);
    private static readonly TimeSpan LoadingWindow = TimeSpan.FromDays(400);

    /// <summary>
    /// Gives grains and reminders the fleet's clock; everything else stays on the system's. An
    /// <see cref="Contracts.Simulation.IClockStore"/> must be registered besides.
    /// </summary>
    public static IServiceCollection AddSimulationClock(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(FleetClock)))
        {
            return services;
        }

        services.AddOptions<ClockOptions>().BindConfiguration(ClockOptions.SectionName)
            .Validate(IsValid, $"{ClockOptions.SectionName} is out of range.").ValidateOnStart();
        services.AddSingleton<FleetClock>().AddSingleton<ClockKeeper>().AddSingleton<ClockWatch>();
        services.AddKeyedSingleton<TimeProvider>(TimeProviderNames.Grains, static (provider, _) => provider.GetRequiredService<FleetClock>());
        services.AddKeyedSingleton<TimeProvider>(
            ReminderTimeProviderNames.Reminders, static (provider, _) => new ReminderClock(provider.GetRequiredService<FleetClock>()));
        services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>, ClockLifecycle>();
        services.AddOptions<ReminderOptions>().Configure<IOptions<ClockOptions>>(Tune);
        services.AddOptions<DeploymentLoadPublisherOptions>().Configure<IOptions<ClockOptions>>(Tune);
        services.AddOptions<LoggerFilterOptions>().Configure<IOptions<ClockOptions>>(Quieten);
        return services;
    }

    /// <summary>Lets the clocks of all silos of a cluster move together.</summary>
    public static IServiceCollection ShareSimulationClock(this IServiceCollection services)
    {
        services.Configure<ClockOptions>(static options => options.IsShared = true);
        services.AddSingleton<ClockMembers>();
        services.AddGrainService<ClockMember>();
        return services;
    }

    /// <summary>
    /// All reminders are in memory from the moment they are known, so that a fast clock never has to wait for the list
    /// refresh to find what is due; and the refresh itself, which runs on the same clock, is kept rare.
    /// </summary>
    private static void Tune(ReminderOptions reminders, IOptions<ClockOptions> clock)
    {
        reminders.ReminderLoadingWindow = LoadingWindow;
        if (clock.Value.Mode is ClockMode.Simulated)
        {
            reminders.RefreshReminderListPeriod = clock.Value.IsShared ? SharedRefreshPeriod : RefreshPeriod;
        }
    }

    // Silos tell each other every second how busy they are, by a timer on the grains' clock: in a simulated second nothing changes.
    private static void Tune(DeploymentLoadPublisherOptions load, IOptions<ClockOptions> clock)
    {
        if (clock.Value.Mode is ClockMode.Simulated)
        {
            load.DeploymentLoadPublisherRefreshTime = LoadPublishingPeriod;
        }
    }

    private static void Quieten(LoggerFilterOptions logging, IOptions<ClockOptions> clock)
    {
        // The list refresh is "late" by Orleans' measure whenever a clock jumps over it.
        if (clock.Value.Mode is ClockMode.Simulated)
        {
            logging.AddFilter("Orleans.Runtime.AsyncTimer.ReminderService", LogLevel.Error);
        }
    }

    private static bool IsValid(ClockOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), validationResults: null, validateAllProperties: true);
}
