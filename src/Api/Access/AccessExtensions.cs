using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Wuying.WebConsole.Access;

namespace Wuying.Api.Access;

/// <summary>Who is let in.</summary>
internal static class AccessExtensions
{
    private const string ApplicationName = "wuying";

    /// <summary>Adds keys, sessions, passwords and limits.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSecrets<KeyRingRepository>();
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

    /// <summary>Adds what encrypts, with a ring that is kept somewhere.</summary>
    /// <typeparam name="TRing">Where.</typeparam>
    public static IServiceCollection AddSecrets<TRing>(this IServiceCollection services)
        where TRing : class, Microsoft.AspNetCore.DataProtection.Repositories.IXmlRepository
    {
        services.AddDataProtection().SetApplicationName(ApplicationName);
        services.AddSingleton<TRing>();
        services.AddOptions<KeyManagementOptions>().Configure<TRing>((options, ring) => options.XmlRepository = ring);
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
