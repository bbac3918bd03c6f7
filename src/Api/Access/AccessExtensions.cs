using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Wuying.Contracts.Access;
using Wuying.WebConsole.Access;

namespace Wuying.Api.Access;

/// <summary>Who is let in.</summary>
internal static class AccessExtensions
{
    private const string ApplicationName = "wuying";

    /// <summary>Adds keys, sessions, passwords and limits.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.TryAddSingleton<IAccessStore, ClusterAccessStore>();
        services.AddSecrets();
        services.AddSingleton<LastUses>();
        services.AddHostedService(provider => provider.GetRequiredService<LastUses>());
        services.AddSingleton<AccessKeys>();
        services.AddSingleton<IAccessKeys>(provider => provider.GetRequiredService<AccessKeys>());
        services.AddSingleton<SessionCookie>();
        services.AddSingleton<Authentication>();
        services.AddSingleton<IConsoleAccess, ConsoleAccess>();
        services.AddSingleton<RegionsOfItems>();
        services.AddSingleton<IRateLimits, RateLimits>();
        services.AddSingleton<IUserPasswords, UserPasswords>();
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
        services.AddOptions<RateLimitOptions>().BindConfiguration(RateLimitOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<UserPasswordOptions>, UserPasswordOptionsValidator>();
        services.AddOptions<UserPasswordOptions>().BindConfiguration(UserPasswordOptions.SectionName).ValidateOnStart();
        return services;
    }

    /// <summary>Adds what encrypts, with the ring in the store.</summary>
    public static IServiceCollection AddSecrets(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<KeyRingRepository>();
        services.AddOptions<KeyManagementOptions>().Configure<KeyRingRepository>((options, ring) => options.XmlRepository = ring);
        services.AddSingleton<AccessKeySecrets>();
        services.AddSingleton<AccessKeyMaker>();

        // It would look into the ring at the start, when there is no silo yet, and make a key that nobody may ever need.
        foreach (var eager in services.Where(IsOfDataProtection).ToArray())
        {
            services.Remove(eager);
        }

        return services;
    }

    private static bool IsOfDataProtection(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly;
}
