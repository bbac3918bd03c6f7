namespace Wuying.Silo.Hosting;

/// <summary>Connects a client with its cluster, beside the program's start. Once there, Orleans finds other silos by itself.</summary>
public sealed partial class ClusterConnection(IClusterClient client, ILogger<ClusterConnection> logger) : BackgroundService
{
    private readonly TaskCompletionSource _established = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once a silo has been reached; before, grains are not even known by name.</summary>
    public bool IsEstablished => _established.Task.IsCompleted;

    /// <summary>Returns when a silo has been reached.</summary>
    public Task EstablishedAsync(CancellationToken cancellationToken) => _established.Task.WaitAsync(cancellationToken);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        if (IsEstablished)
        {
            await Client.StopAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Client.StartAsync(stoppingToken);
        _established.SetResult();
        LogEstablished();
    }

    private IHostedService Client => (IHostedService)client;

    [LoggerMessage(LogLevel.Information, "The cluster is reached.")]
    private partial void LogEstablished();
}
