namespace Wuying.Silo.Hosting;

/// <summary>Connects a client with its cluster, beside the program's start. Once there, Orleans finds other silos by itself.</summary>
public sealed partial class ClusterConnection(IClusterClient client, ILogger<ClusterConnection> logger) : BackgroundService
{
    private volatile bool _isEstablished;

    /// <summary>True once a silo has been reached; before, grains are not even known by name.</summary>
    public bool IsEstablished => _isEstablished;

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (_isEstablished)
        {
            await Client.StopAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Client.StartAsync(stoppingToken);
        _isEstablished = true;
        LogEstablished();
    }

    private IHostedService Client => (IHostedService)client;

    [LoggerMessage(LogLevel.Information, "The cluster is reached.")]
    private partial void LogEstablished();
}
