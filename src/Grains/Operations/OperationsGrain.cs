using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Operations;
using Wuying.Domain.CloudComputers;
using Wuying.Grains.Fleet;
using Wuying.Grains.Updates;

namespace Wuying.Grains.Operations;

/// <summary>Ticks once a minute while its shard has work outside windows: immediate updates, accepted offers, power, snapshots, image updates. Rests while none of it is due for some time.</summary>
[GrainType(GrainTypes.Operations)]
internal sealed class OperationsGrain : Grain, IOperationsGrain, IRemindable
{
    private readonly TimeProvider _clock;
    private readonly ShardTicker _shard;
    private readonly IOptions<UpdateOptions> _options;
    private readonly FleetInstruments _instruments;
    private readonly Ticker _ticker;
    private readonly TickWatch _watch = new();
    private readonly ExpectedComputers _expected;
    private bool _hasTicked;
    private DateTimeOffset? _lastConnectionCheckAt;

    public OperationsGrain(
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
        ShardTicker shard,
        Waves waves,
        FleetInstruments instruments,
        IOptions<UpdateOptions> options)
    {
        (_clock, _shard, _instruments, _options) = (clock, shard, instruments, options);
        _ticker = new Ticker(this, mayBeAsleep: true);
        _expected = new ExpectedComputers(GrainFactory, waves, options);
    }

    private OperationsKey Key => OperationsKey.Parse(this.GetPrimaryKeyString());

    public Task ExpectAsync(CloudComputerId computer)
    {
        _expected.Add(computer);
        return EnsureAwakeAsync();
    }

    public Task EnsureAwakeAsync() => _ticker.EnsureAsync(() => TimeSpan.Zero);

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _ticker.Ticked();
        var (region, shard) = (Key.RegionId, Key.Shard);
        var now = _clock.GetUtcNow();
        _instruments.OnTick("operations", _watch.LatenessOf(status, now));
        var work = await _shard.TickAsync(region, shard, window: null, now, IsConnectionCheckDue(now));
        var wasExpected = await _expected.CallAsync();
        await (wasExpected ? Task.CompletedTask : RestAsync(work, now));
    }

    // An offer accepted for later waits for its computer to be free, as a scheduled update does in its window (R9).
    private bool IsConnectionCheckDue(DateTimeOffset now)
    {
        var isDue = _lastConnectionCheckAt is not { } last || now - last >= _options.Value.ConnectionCheckInterval;
        _lastConnectionCheckAt = isDue ? now : _lastConnectionCheckAt;
        return isDue;
    }

    // Nothing to do: no more ticks; nothing for a while: none until then. Whatever comes up meanwhile is announced, and wakes the shard.
    // The first tick of an activation never rests: what an earlier activation was told to expect is not known here.
    private async Task RestAsync(DueWork work, DateTimeOffset now)
    {
        var isFirst = !_hasTicked;
        _hasTicked = true;
        if (isFirst || _expected.IsAny)
        {
            return;
        }

        if (!work.HasAny)
        {
            await _ticker.StopAsync();
        }
        else if (!work.HasWaiting && work.NextDueAt - now is { } rest && rest > Ticker.RestMin)
        {
            await _ticker.SleepAsync(rest);
        }
    }
}
