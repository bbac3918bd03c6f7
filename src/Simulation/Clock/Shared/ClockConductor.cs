using Microsoft.Extensions.Logging;
using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock.Shared;

/// <summary>
/// Moves the clocks of all silos together. A step goes to the earliest instant at which something is due in any silo: first all
/// show it, then all do what is due, and the next step begins when everything has settled everywhere. So the cluster, too, never runs ahead of
/// its work; while a silo does not answer, time stands still until it does or is given up.
/// </summary>
/// <remarks>
/// Lives in a grain and on that grain's scheduler: one method at a time. Should there be two for a moment, as when a silo is thought dead and
/// is not, the later term wins: the store and the silos refuse the earlier one. Time passes only as far as it can be saved.
/// </remarks>
internal sealed partial class ClockConductor(ClockMembers members, IClockStore store, TimeProvider real, ILogger<ClockConductor> logger) : IClockSteering
{
    /// <summary>The shortest real time between two steps that nothing is due at.</summary>
    private static readonly TimeSpan StepInterval = TimeSpan.FromMilliseconds(50);

    private static readonly TimeSpan SaveInterval = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan RetryInterval = TimeSpan.FromSeconds(1);

    private readonly ClockPace _pace = new(real);
    private readonly List<PendingAdvance> _advances = [];
    private readonly Signal _changed = new();
    private DateTimeOffset _now;
    private DateTimeOffset? _nextDueAt;
    private long _fired;
    private long _term;
    private long _savedAt;
    private bool _isStopped;
    private Task _loop = Task.CompletedTask;

    public ClockView View => new(IsSimulated: true, _now, _pace.Rate, !_pace.IsRunning, Lag.TotalSeconds);

    /// <summary>False once somebody else has begun a term: this one moves nothing any more.</summary>
    public bool IsInOffice => !_isStopped;

    private TimeSpan Lag => _pace.IsRunning && _advances.Count == 0 ? _pace.Limit(_pace.Ceiling - _now) : TimeSpan.Zero;

    /// <summary>Begins a term, and lets the time pass once all silos have heard of it. To be called on the grain's scheduler.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var stored = await store.LoadClockAsync(cancellationToken)
            ?? throw new InvalidOperationException("The store has no clock; silos save it when they start.");
        _term = await store.BeginTermAsync(cancellationToken);
        _now = stored.Now;
        _pace.Set(stored.Rate, stored.Paused, _now);
        LogBegun(_term, _now);
        _loop = RunAsync();
    }

    public async Task<ClockView?> SteerAsync(double? rate, bool? paused)
    {
        _pace.Set(rate ?? _pace.Rate, paused ?? _pace.IsPaused, _now);
        await SaveAsync();
        _changed.Set();
        return View;
    }

    public async Task<ClockView?> AdvanceAsync(DateTimeOffset to)
    {
        var advance = new PendingAdvance(SimulatedClock.AtOrAfter(to.ToUniversalTime()));
        if (advance.To > _now)
        {
            await SaveAsync();
            _advances.Add(advance);
            _changed.Set();
            await advance.Arrival.Task;
            await SaveAsync();
        }

        return View;
    }

    /// <summary>Stops the time where it stands, and saves it. Advances under way fail.</summary>
    public async Task StopAsync()
    {
        try
        {
            await (_isStopped ? Task.CompletedTask : SaveAsync());
        }
        finally
        {
            End();
            await _loop;
        }
    }

    private async Task RunAsync()
    {
        await ReadAsync();
        _pace.Restart(_now);
        while (!_isStopped)
        {
            var changed = _changed.Next;
            if (await StepOrLogAsync() is var wait && wait != TimeSpan.Zero)
            {
                await changed.WaitAsync(wait, real).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
                await ReadAsync();
            }
        }
    }

    /// <returns>How long nothing needs to be done.</returns>
    private async Task<TimeSpan> StepOrLogAsync()
    {
        try
        {
            return await StepAsync();
        }
#pragma warning disable CA1031 // Whatever it is, the time stands still until it is over.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            LogStandsStill(failure);
            return RetryInterval;
        }
    }

    private async Task<TimeSpan> StepAsync()
    {
        FinishAdvances();
        var goal = Goal();
        if (goal <= _now)
        {
            return _pace.IsRunning ? StepInterval : Timeout.InfiniteTimeSpan;
        }

        await SaveNowAndThenAsync();
        var isDue = _nextDueAt <= goal;
        await MoveAsync(isDue ? SimulatedClock.Later(_now, _nextDueAt!.Value) : goal);
        return isDue || _advances.Count > 0 ? TimeSpan.Zero : StepInterval;
    }

    private DateTimeOffset Goal()
    {
        if (_advances.MinBy(advance => advance.To) is { } nearest)
        {
            return nearest.To;
        }

        // What may not be caught up is forgiven before it is asked how far the rate has come.
        _ = Lag;
        return _pace.IsRunning ? _pace.Ceiling : _now;
    }

    private async Task MoveAsync(DateTimeOffset to)
    {
        Note(await members.AskAsync(member => member.ShowAsync(_term, to)));

        // What one silo does may give another one something to do at the same instant: again, until nothing came.
        long before;
        do
        {
            before = _fired;
            Note(await members.AskAsync(member => member.SettleAsync(_term, to)));
        }
        while (_fired != before && !_isStopped);
        _now = SimulatedClock.Later(_now, to);
    }

    private async Task ReadAsync()
    {
        if (!_isStopped)
        {
            Note(await members.AskAsync(member => member.ReadAsync(_term)));
        }
    }

    private void Note(IReadOnlyList<ClockReading> readings)
    {
        _nextDueAt = readings.Min(reading => reading.NextDueAt);
        _fired = readings.Sum(reading => reading.Fired);
        _now = readings.Aggregate(_now, (now, reading) => SimulatedClock.Later(now, reading.Now));
        if (readings.Any(reading => reading.Term > _term))
        {
            End();
        }
    }

    private void FinishAdvances()
    {
        foreach (var arrived in _advances.Where(advance => advance.To <= _now).ToArray())
        {
            _advances.Remove(arrived);
            arrived.Arrival.TrySetResult();
            if (_advances.Count == 0)
            {
                // The rate goes on from here.
                _pace.Restart(_now);
            }
        }
    }

    private Task SaveNowAndThenAsync() => real.GetElapsedTime(_savedAt) < SaveInterval ? Task.CompletedTask : SaveAsync();

    private async Task SaveAsync()
    {
        ThrowIfStopped();
        if (!await store.SaveClockAsync(new StoredClock(IsSimulated: true, _now, _pace.Rate, _pace.IsPaused), _term, CancellationToken.None))
        {
            End();
            ThrowIfStopped();
        }

        _savedAt = real.GetTimestamp();
    }

    private void End()
    {
        _isStopped = true;
        _advances.ForEach(advance => advance.Arrival.TrySetException(Ended()));
        _advances.Clear();
        _changed.Set();
    }

    private void ThrowIfStopped()
    {
        if (_isStopped)
        {
            throw Ended();
        }
    }

    private static OperationCanceledException Ended() => new("This silo does not lead the clock any more.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Term {Term} of the clock begins at {Now:O}.")]
    private partial void LogBegun(long term, DateTimeOffset now);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The clock stands still; it is tried again in a second.")]
    private partial void LogStandsStill(Exception failure);
}
