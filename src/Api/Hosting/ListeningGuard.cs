using Microsoft.Extensions.Options;
using Wuying.Contracts.Access;
using Wuying.Silo.Hosting;

namespace Wuying.Api.Hosting;

/// <summary>Before the program listens: refuses to serve others than this machine while there is no access key. In a cluster this waits for the first silo, which knows.</summary>
internal sealed partial class ListeningGuard(
    ProgramOptions options, IConfiguration configuration, IServiceProvider services, TimeProvider clock, ILogger<ListeningGuard> logger) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>Whether there were keys at the start; null when nobody had to be asked.</summary>
    public bool? HasKeys { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        string[] open = [.. ListeningAddresses.Of(options, configuration).Where(ListeningAddresses.IsOpenToOthers)];
        if (open.Length == 0 && services.GetService<ClusterConnection>() is not null)
        {
            return;
        }

        HasKeys = await AskAsync(cancellationToken);
        if (open.Length > 0 && HasKeys is false)
        {
            throw new OptionsValidationException(nameof(ProgramOptions.Urls), typeof(ProgramOptions), [Refusal(open[0])]);
        }

        foreach (var plain in open.Where(ListeningAddresses.IsPlain))
        {
            LogPlain(plain);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Refusal(string url) => $"""
        {url} can be reached from other machines, and there is no access key: everybody there could do everything.
        Make one first, with this program and the same --store:

          keys create --role administrator

        or listen on this machine only, as with --urls http://127.0.0.1:5080.
        """;

    private async Task<bool> AskAsync(CancellationToken cancellationToken)
    {
        var store = services.GetRequiredService<IAccessStore>();
        if (services.GetService<ClusterConnection>() is not { } connection)
        {
            return (await store.ReadKeysAsync(knownRevision: -1))!.HasKeys;
        }

        LogWaiting();
        while (true)
        {
            try
            {
                await connection.EstablishedAsync(cancellationToken);
                return (await store.ReadKeysAsync(knownRevision: -1))!.HasKeys;
            }
            catch (Exception error) when (error is OrleansException or TimeoutException or IOException)
            {
                await Task.Delay(Pause, clock, cancellationToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Url} is reached from other machines, and what is sent there can be read on the way, secrets included. Use https, or put something that does before it.")]
    private partial void LogPlain(string url);

    [LoggerMessage(LogLevel.Information, "Waiting for the cluster: without an access key there, the program does not listen for others than this machine.")]
    private partial void LogWaiting();
}
