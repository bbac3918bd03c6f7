using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Wuying.Contracts.Fleet;

namespace Wuying.WebConsole.Fleet;

/// <summary>
/// The process's one reader of events. It tells all open pages at most twice a second that something has happened: however many computers
/// there are and however much they do, a page hears no more often, and a reader that falls behind skips to the newest event instead of
/// reading what nobody needs any more. While no page is open it reads nothing.
/// </summary>
public sealed partial class FleetNewsReader(FleetGrains fleet, TimeProvider clock, ILogger<FleetNewsReader> logger) : BackgroundService
{
    /// <summary>The time between two frames.</summary>
    public static readonly TimeSpan FrameInterval = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan RetryDelay = TimeSpan.FromSeconds(2);
    private const int PageSize = 1_000;

    private readonly ConcurrentDictionary<Listener, Func<FleetNews, Task>> _listeners = [];
    private readonly SemaphoreSlim _somebodyCame = new(0);
    private volatile bool _isReachable = true;

    /// <summary>False while the fleet does not answer.</summary>
    public bool IsReachable => _isReachable;

    /// <summary>Tells a page of everything from now on, until what is returned is disposed. It is called on any thread, and told once more whenever <see cref="IsReachable"/> changes.</summary>
    public IDisposable Listen(Func<FleetNews, Task> hear)
    {
        var listener = new Listener(this);
        _listeners[listener] = hear;
        _somebodyCame.Release();
        return listener;
    }

    public override void Dispose()
    {
        base.Dispose();
        _somebodyCame.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _somebodyCame.WaitAsync(stoppingToken);
                await ReadWhileHeardAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task ReadWhileHeardAsync(CancellationToken stopping)
    {
        long? through = null;
        while (!_listeners.IsEmpty)
        {
            try
            {
                through = await ReadFrameAsync(through ?? await fleet.Queries.FindNewestSequenceAsync(), stopping);
            }
            catch (Exception error) when (error is not OperationCanceledException || !stopping.IsCancellationRequested)
            {
                if (_isReachable)
                {
                    LogUnreachable(error);
                }

                SetReachable(false, through ?? 0);
                await Task.Delay(RetryDelay, clock, stopping);
            }
        }
    }

    private async Task<long> ReadFrameAsync(long after, CancellationToken stopping)
    {
        var page = await fleet.Queries.AwaitEventsAsync(after, PageSize, Patience).WaitAsync(stopping);
        SetReachable(true, after);
        if (page.IsEmpty)
        {
            return after;
        }

        var news = page.Length < PageSize
            ? new FleetNews(page[^1].Sequence, RegionsOf(page))
            : new FleetNews(await fleet.Queries.FindNewestSequenceAsync(), Regions: null);
        Tell(news);
        await Task.Delay(FrameInterval, clock, stopping);
        return news.Through;
    }

    private static FrozenSet<string> RegionsOf(ImmutableArray<RecordedEvent> page) =>
        page.Select(recorded => recorded.Event.RegionId).ToFrozenSet(StringComparer.Ordinal);

    private void SetReachable(bool reachable, long through)
    {
        if (_isReachable != reachable)
        {
            _isReachable = reachable;
            Tell(new FleetNews(through, Regions: null));
        }
    }

    private void Tell(FleetNews news)
    {
        foreach (var hear in _listeners.Values)
        {
            _ = TellAsync(hear, news);
        }
    }

    private async Task TellAsync(Func<FleetNews, Task> hear, FleetNews news)
    {
        try
        {
            await hear(news);
        }
#pragma warning disable CA1031 // A page that fails, or is just going, must not keep the others from hearing.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogNotHeard(error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The console cannot read events; it tries again until it can")]
    private partial void LogUnreachable(Exception error);

    [LoggerMessage(LogLevel.Debug, "An open page could not be told of news")]
    private partial void LogNotHeard(Exception error);

    private sealed class Listener(FleetNewsReader reader) : IDisposable
    {
        public void Dispose() => reader._listeners.TryRemove(this, out _);
    }
}
