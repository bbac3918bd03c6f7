using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Wuying.Storage;

namespace Wuying.Silo.Programs;

/// <summary>Runs a program and turns what keeps it from running into a sentence.</summary>
public static class Running
{
    /// <summary>The exit code when an option makes no sense.</summary>
    public const int BadOptions = 2;

    private const int CannotRun = 1;

    /// <summary>Runs until it is stopped.</summary>
    /// <returns>The exit code: 0 after a clean stop, 1 when the store or an address cannot be used, 2 when an option makes no sense.</returns>
    public static async Task<int> RunToTheEndAsync(this WebApplication app)
    {
        var stopping = app.Lifetime.ApplicationStopping;
        try
        {
            await app.RunAsync();
            return 0;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Stopped before it had started.
            return 0;
        }
        catch (Exception reason) when (Sentence(reason) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence);
            return reason is OptionsValidationException ? BadOptions : CannotRun;
        }
    }

    private static string? Sentence(Exception reason) => reason switch
    {
        StoreUnavailableException or OptionsValidationException or OrleansConfigurationException => reason.Message,
        IOException { InnerException: AddressInUseException } address => $"{address.Message} Choose another with --urls.",
        SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } or AddressInUseException =>
            "A port of the silo is in use. Choose others with --Cluster:SiloPort and --Cluster:GatewayPort; 0 takes a free one.",
        { InnerException: { } inner } => Sentence(inner),
        _ => null,
    };
}
