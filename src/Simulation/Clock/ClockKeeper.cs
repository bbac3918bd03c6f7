using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Clock;

/// <summary>Brings a silo's clock to life from the store. Where the silo is alone, it also steers the clock and keeps the store up to date with it; a shared one is led by the conductor.</summary>
internal sealed partial class ClockKeeper(
    FleetClock fleet, IClockStore store, IOptions<ClockOptions> options, TimeProvider real, ILoggerFactory loggers)
    : IClockSteering, IAsyncDisposable
{
    private static readonly TimeSpan SaveInterval = TimeSpan.FromSeconds(1);

    private readonly ILogger _logger = loggers.CreateLogger<ClockKeeper>();
    private readonly SemaphoreSlim _saving = new(1);
    private readonly CancellationTokenSource _stopping = new();
    private ClockDriver? _driver;
    private ReminderSettlement? _settlement;
    private StoredClock? _saved;
    private Task _saveLoop = Task.CompletedTask;

    /// <summary>Moves this silo's simulated clock.</summary>
    public ClockDriver Driver => _driver ?? throw new InvalidOperationException("This silo's clock is the system's, or not loaded yet.");

    /// <summary>True when the clock is simulated and moves together with those of the other silos.</summary>
    public bool IsLed => IsShared && _driver is not null;

    private bool IsShared => options.Value.IsShared;

    public ClockView View => fleet.Simulated is { } clock
        ? new ClockView(IsSimulated: true, clock.GetUtcNow(), clock.Rate, clock.IsPaused || clock.Rate is 0, clock.Lag.TotalSeconds)
        : new ClockView(IsSimulated: false, fleet.GetUtcNow(), Rate: 1, Paused: false, LagSeconds: 0);

    /// <summary>Chooses the clock, as stored or else as the options want it, and ties it to the silo's reminders.</summary>
    public async Task LoadAsync(SiloAddress silo, CancellationToken cancellationToken)
    {
        _saved = await store.LoadClockAsync(cancellationToken);
        var stored = _saved ?? New(options.Value);
        if (stored.IsSimulated != (options.Value.Mode is ClockMode.Simulated))
        {
            LogModeOverruled(stored.IsSimulated, options.Value.Mode);
        }

        if (stored.IsSimulated)
        {
            var clock = new SimulatedClock(stored.Now, real);
            if (!IsShared)
            {
                clock.Steer(stored.Rate, stored.Paused);
            }

            _driver = new ClockDriver(clock, real, loggers.CreateLogger<ClockDriver>());
            _settlement = new ReminderSettlement(clock);
            _settlement.Adopt(silo);
            fleet.Choose(clock);
        }
        else
        {
            fleet.Choose(real);
        }

        // A shared clock stands still here, whatever its rate: that is the conductor's.
        await (!IsShared ? SaveAsync(cancellationToken) : _saved is null ? store.SaveClockAsync(stored, term: 0, cancellationToken) : Task.CompletedTask);
    }

    /// <summary>Lets the time begin to pass.</summary>
    public void Start()
    {
        if (_driver is not null)
        {
            _driver.Start();
            _saveLoop = IsShared ? Task.CompletedTask : SaveRegularlyAsync();
        }
    }

    public async Task<ClockView?> SteerAsync(double? rate, bool? paused)
    {
        if (fleet.Simulated is not { } clock)
        {
            return null;
        }

        clock.Steer(rate, paused);
        await SaveAsync(CancellationToken.None);
        return View;
    }

    public async Task<ClockView?> AdvanceAsync(DateTimeOffset to)
    {
        if (_driver is null)
        {
            return null;
        }

        await _driver.AdvanceAsync(to);
        await SaveAsync(CancellationToken.None);
        return View;
    }

    /// <summary>Stops the time and saves the clock. Advances under way fail.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await HaltAsync();
        await (IsShared ? Task.CompletedTask : SaveAsync(cancellationToken));
    }

    public async ValueTask DisposeAsync()
    {
        await HaltAsync();
        _settlement?.Dispose();
        if (_driver is not null)
        {
            await _driver.DisposeAsync();
        }
    }

    private async Task HaltAsync()
    {
        if (_driver is not null)
        {
            await _driver.StopAsync();
        }

        await _stopping.CancelAsync();
        await _saveLoop;
    }

    private StoredClock New(ClockOptions wanted) => wanted.Mode is ClockMode.Simulated
        ? new StoredClock(IsSimulated: true, SimulatedClock.AtOrAfter(wanted.Start ?? real.GetUtcNow()), wanted.Rate, Paused: false)
        : new StoredClock(IsSimulated: false, real.GetUtcNow(), Rate: 1, Paused: false);

    // A real clock is remembered only as being real.
    private StoredClock Current() => fleet.Simulated is { } clock
        ? new StoredClock(IsSimulated: true, clock.GetUtcNow(), clock.Rate, clock.IsPaused)
        : _saved ?? New(options.Value);

    private async Task SaveAsync(CancellationToken cancellationToken)
    {
        await _saving.WaitAsync(cancellationToken);
        try
        {
            var current = Current();
            if (current != _saved)
            {
                await store.SaveClockAsync(current, term: 0, cancellationToken);
                _saved = current;
            }
        }
        finally
        {
            _saving.Release();
        }
    }

    private async Task SaveRegularlyAsync()
    {
        using var timer = new PeriodicTimer(SaveInterval, real);
        try
        {
            while (await timer.WaitForNextTickAsync(_stopping.Token))
            {
                await SaveOrLogAsync();
            }
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
        }
    }

    private async Task SaveOrLogAsync()
    {
        try
        {
            await SaveAsync(_stopping.Token);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            LogSaveFailed(failure);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The clock could not be saved; it goes on, and is saved again in a second.")]
    private partial void LogSaveFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The store's clock (simulated: {IsSimulated}) wins over the mode asked for, {Mode}. Set Clock:Mode to match, so that reminders are tuned for it.")]
    private partial void LogModeOverruled(bool isSimulated, ClockMode mode);
}
