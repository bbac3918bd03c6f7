namespace Wuying.Api.Hosting;

/// <summary>Keeps the addresses of requests out of the log, however much somebody wants to have in it: the product's clients send passwords and tokens there.</summary>
internal static class RequestAddressesInLogs
{
    // Who writes a line about every request, with its address.
    private const string Writer = "Microsoft.AspNetCore.Hosting.Diagnostics";

    public static IServiceCollection KeepOutRequestAddresses(this IServiceCollection services) => services.PostConfigure<LoggerFilterOptions>(static filter =>
    {
        // The last rule of a category counts; but before all that are for everybody come those that are for one provider.
        foreach (var provider in filter.Rules.Select(rule => rule.ProviderName).Append(null).Distinct(StringComparer.Ordinal).ToArray())
        {
            filter.Rules.Add(new LoggerFilterRule(provider, Writer, LogLevel.Warning, filter: null));
        }
    });
}
