using Microsoft.Extensions.Options;
using Wuying.Storage;

namespace Wuying.Api.Hosting;

/// <summary>Runs the program and turns what keeps it from running into a sentence.</summary>
internal static class Running
{
    private const int CannotRun = 1;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>The exit code: 0 after a clean stop, 1 when an option, the store or the address cannot be used.</returns>
    public static async Task<int> RunToTheEndAsync(this WebApplication app)
    {
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (Exception reason) when (Sentence(reason) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return CannotRun;
        }
    }

    private static string? Sentence(Exception reason) => reason switch
    {
        StoreUnavailableException store => store.Message,
        OptionsValidationException options => options.Message,
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } address => $"{address.Message} Choose another with --urls.",
        _ => null,
    };
}
