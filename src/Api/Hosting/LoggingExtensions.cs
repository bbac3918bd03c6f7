using Microsoft.Extensions.Configuration.Memory;

namespace Wuying.Api.Hosting;

/// <summary>How much the program says unless configured otherwise.</summary>
internal static class LoggingExtensions
{
    /// <summary>No line a request. Goes below every other source, so that appsettings, environment and command line have the last word.</summary>
    public static ILoggingBuilder AddQuietDefaults(this ILoggingBuilder logging, IConfigurationBuilder configuration)
    {
        configuration.Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Default", nameof(LogLevel.Information)),
                new("Logging:LogLevel:Microsoft.AspNetCore", nameof(LogLevel.Warning)),
                new("Logging:LogLevel:Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", nameof(LogLevel.None)),
            ],
        });
        return logging;
    }
}
