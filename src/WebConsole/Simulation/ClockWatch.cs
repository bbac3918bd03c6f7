using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;

namespace Wuying.WebConsole.Simulation;

/// <summary>Looks at the service's clock once a second for all open pages, and at nothing while there are none.</summary>
public sealed partial class ClockWatch(FleetGrains fleet, TimeProvider clock, ILogger<ClockWatch> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<Watcher, Func<Task>> _watchers = [];
    private readonly SemaphoreSlim _somebodyCame = new(0);
    private volatile ClockView? _latest;

    /// <summary>The clock when it was last looked at; null before.</summary>
    public ClockView? Latest => _latest;

    /// <summary>Calls a page whenever the clock shows something else, until what is returned is disposed.</summary>
    public IDisposable Watch(Func<Task> changed)
    {
        var watcher = new Watcher(this);
        _watchers[watcher] = changed;
        _somebodyCame.Release();
        return watcher;
    }

    /// <summary>Looks at once: for whoever has just steered it.</summary>
    public async Task<ClockView> LookAsync()
    {
        var view = await fleet.Simulation.GetClockAsync();
        if (view != Interlocked.Exchange(ref _latest, view))
        {
            foreach (var changed in _watchers.Values)
            {
                _ = TellAsync(changed);
            }
        }

        return view;
    }

    public override void Dispose()
    {
        base.Dispose();
        _somebodyCame.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                await _somebodyCame.WaitAsync(stoppingToken);
                while (!_watchers.IsEmpty)
                {
                    await TryLookAsync();
                    await Task.Delay(Interval, clock, stoppingToken);
                }
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The program stops.
        }
    }

    private async Task TryLookAsync()
    {
        try
        {
            await LookAsync();
        }
#pragma warning disable CA1031 // The next look may succeed; that the fleet is out of reach is said elsewhere.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotSeen(error);
        }
    }

    private async Task TellAsync(Func<Task> changed)
    {
        try
        {
            await changed();
        }
#pragma warning disable CA1031 // A page that is just going.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotSeen(error);
        }
    }

    [LoggerMessage(LogLevel.Debug, "The clock could not be read or shown")]
    private partial void LogNotSeen(Exception error);

    private sealed class Watcher(ClockWatch watch) : IDisposable
    {
        public void Dispose() => watch._watchers.TryRemove(this, out _);
    }
}
