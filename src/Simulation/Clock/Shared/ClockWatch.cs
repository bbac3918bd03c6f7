using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock.Shared;

/// <summary>Sees to it that somebody leads the shared clock: asks for it now and then, which makes its grain anew where the silo that had it has died.</summary>
internal sealed class ClockWatch(IGrainFactory grains, TimeProvider real) : IAsyncDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;

    public void Start() => _watching = WatchAsync();

    public async Task StopAsync()
    {
        await _stopping.CancelAsync();
        await _watching;
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        using var timer = new PeriodicTimer(Interval, real);
        try
        {
            do
            {
                // Whatever keeps the clock from answering, it is asked again.
                Task asked = grains.GetGrain<ISimulationGrain>(ISimulationGrain.Key).GetClockAsync();
                await asked.WaitAsync(_stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            while (await timer.WaitForNextTickAsync(_stopping.Token));
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
    }
}
