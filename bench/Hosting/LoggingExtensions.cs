using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace Wuying.Bench.Hosting;

/// <summary>What hosts in this process may say.</summary>
internal static class LoggingExtensions
{
    // It takes a busy machine for a broken one; the programs' own settings quieten it too.
    private const string Watchdog = "Orleans.Runtime.Watchdog";

    /// <summary>Warnings and worse, beside the results.</summary>
    public static void AddWarnings(this ILoggingBuilder logging) => logging
        .ClearProviders()
        .SetMinimumLevel(LogLevel.Warning)
        .AddFilter(Watchdog, LogLevel.Error)
        .AddSimpleConsole(console => console.SingleLine = true)
        .Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
}
