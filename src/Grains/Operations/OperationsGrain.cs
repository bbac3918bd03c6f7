using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.CloudComputers;
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
    /// <summary>The shortest time for which it is worth setting the reminder anew.</summary>
    private static readonly TimeSpan RestMin = TimeSpan.FromMinutes(10);

    private readonly TimeProvider _clock;
    private readonly ShardTicker _shard;
    private readonly IOptions<UpdateOptions> _options;
    private readonly Ticker _ticker;
    private readonly HashSet<CloudComputerId> _expected = [];
    private bool _hasTicked;
    private DateTimeOffset? _lastConnectionCheckAt;

    public OperationsGrain(
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock, ShardTicker shard, IOptions<UpdateOptions> options)
    {
        (_clock, _shard, _options) = (clock, shard, options);
        _ticker = new Ticker(this, mayBeAsleep: true);
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
        var work = await _shard.TickAsync(region, shard, window: null, now, IsConnectionCheckDue(now));
        var wasExpected = await CallExpectedAsync();
        await (wasExpected ? Task.CompletedTask : RestAsync(work, now));
    }

    // An offer accepted for later waits for its computer to be free, as a scheduled update does in its window (R9).
    private bool IsConnectionCheckDue(DateTimeOffset now)
    {
        var isDue = _lastConnectionCheckAt is not { } last || now - last >= _options.Value.ConnectionCheckInterval;
        _lastConnectionCheckAt = isDue ? now : _lastConnectionCheckAt;
        return isDue;
    }

    // A computer that was announced may still be in the turn that saves its operation: the call waits behind that turn.
    // One that announces itself again meanwhile is expected again, and one that could not be called stays expected.
    private async Task<bool> CallExpectedAsync()
    {
        var expected = _expected.ToArray();
        var failures = await Waves.RunAsync(expected, _options.Value.WaveSize, computer =>
        {
            _expected.Remove(computer);
            return GrainFactory.GetGrain<ICloudComputerGrain>(computer.Value).ReconcileAsync(report: null);
        });
        _expected.UnionWith(failures.Select(failure => failure.Item));
        return expected.Length > 0;
    }

    // Nothing to do: no more ticks; nothing for a while: none until then. Whatever comes up meanwhile is announced, and wakes the shard.
    // The first tick of an activation never rests: what an earlier activation was told to expect is not known here.
    private async Task RestAsync(DueWork work, DateTimeOffset now)
    {
        var isFirst = !_hasTicked;
        _hasTicked = true;
        if (isFirst || _expected.Count > 0)
        {
            return;
        }

        if (!work.HasAny)
        {
            await _ticker.StopAsync();
        }
        else if (!work.HasWaiting && work.NextDueAt - now is { } rest && rest > RestMin)
        {
            await _ticker.SleepAsync(rest);
        }
    }
}
