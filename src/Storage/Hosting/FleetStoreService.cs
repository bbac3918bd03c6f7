using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuying.Storage.Events;

namespace Wuying.Storage.Hosting;

/// <summary>
/// Opens the store before anything of the host starts, and closes it after everything has stopped. In between it removes what has grown old.
/// A store is inspected while the host starts; a host whose store is damaged does not finish starting.
/// </summary>
internal sealed partial class FleetStoreService(
    IFleetStore store,
    IEnumerable<IPurge> purges,
    EventArrivals arrivals,
    TimeProvider clock,
    ILogger<FleetStoreService> logger)
    : IHostedLifecycleService, IDisposable
{
    /// <summary>How often what has grown old is removed.</summary>
    private static readonly TimeSpan PurgeInterval = TimeSpan.FromHours(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _inspecting = Task.CompletedTask;
    private Task _purging = Task.CompletedTask;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await store.OpenAsync(cancellationToken);
        _inspecting = store.InspectAsync(_stopping.Token);
    }

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _purging = PurgeAsync();
        return Task.CompletedTask;
    }

    public Task StartedAsync(CancellationToken cancellationToken) => _inspecting.WaitAsync(cancellationToken);

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        // A silo waits for the calls that are under way in it.
        arrivals.Close();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _purging;
        await _inspecting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await store.DisposeAsync();
    }

    public void Dispose() => _stopping.Dispose();

    private async Task PurgeAsync()
    {
        using var timer = new PeriodicTimer(PurgeInterval, clock);
        try
        {
            do
            {
                await PurgeOnceAsync();
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException)
        {
            // The host stops.
        }
    }

    private async Task PurgeOnceAsync()
    {
        try
        {
            foreach (var purge in purges)
            {
                await purge.PurgeAsync(_stopping.Token);
            }
        }
        catch (IOException exception)
        {
            LogPurgeFailed(exception);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Requests and events that have grown old could not be removed; it is tried again in an hour.")]
    private partial void LogPurgeFailed(Exception exception);
}
