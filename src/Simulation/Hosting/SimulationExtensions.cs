using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wuying.Contracts.Machines;
using Wuying.Simulation.Demo;
using Wuying.Simulation.Machines;
using Wuying.Simulation.Users;

namespace Wuying.Simulation.Hosting;

/// <summary>Registers the world behind the control plane.</summary>
public static class SimulationExtensions
{
    /// <summary>Adds machines that are simulated; safe to call twice.</summary>
    public static IServiceCollection AddSimulatedMachines(this IServiceCollection services)
    {
        services.TryAddSingleton<IMachines, SimulatedMachines>();
        services.AddOptions<SimulationOptions>().BindConfiguration(SimulationOptions.SectionName).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SimulationOptions>, SimulationOptionsValidator>());
        return services;
    }

    /// <summary>Fills a new store at start: the built-in regions, and the demo fleet.</summary>
    public static ISiloBuilder AddStorePreparation(this ISiloBuilder silo)
    {
        silo.Services.AddOptions<DemoOptions>().BindConfiguration(DemoOptions.SectionName).ValidateOnStart();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>());
        return silo.AddStartupTask<PrepareStore>();
    }

    /// <summary>Lets metrics show the silo's clock.</summary>
    public static ISiloBuilder AddClockInstruments(this ISiloBuilder silo)
    {
        silo.Services.AddMetrics().AddSingleton<ILifecycleParticipant<ISiloLifecycle>, ClockInstruments>();
        return silo;
    }

    /// <summary>Adds end users that are simulated; nobody comes unless the options say so.</summary>
    public static ISiloBuilder AddSimulatedUsers(this ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton<UserClient>();
        silo.Services.AddOptions<SimulatedUsersOptions>().BindConfiguration(SimulatedUsersOptions.SectionName).ValidateOnStart();
        silo.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SimulatedUsersOptions>, SimulatedUsersOptionsValidator>());

        // After the store has been prepared, which makes computers.
        return silo.AddStartupTask<WakeUsersAtStart>(ServiceLifecycleStage.Active + 1);
    }
}
