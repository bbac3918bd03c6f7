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

/// <summary>Ticks once a minute while its shard has work outside windows: immediate updates, power, snapshots, image updates.</summary>
[GrainType(GrainTypes.Operations)]
internal sealed class OperationsGrain : Grain, IOperationsGrain, IRemindable
{
    private readonly TimeProvider _clock;
    private readonly ShardTicker _shard;
    private readonly IDueWork _dueWork;
    private readonly IOptions<UpdateOptions> _options;
    private readonly Ticker _ticker;
    private readonly HashSet<CloudComputerId> _expected = [];
    private bool _hasTicked;
    private DateTimeOffset? _lastConnectionCheckAt;

    public OperationsGrain(
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock, ShardTicker shard, IDueWork dueWork, IOptions<UpdateOptions> options)
    {
        (_clock, _shard, _dueWork, _options) = (clock, shard, dueWork, options);
        _ticker = new Ticker(this);
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
        await _shard.TickComputersAsync(region, shard, window: null, now, IsConnectionCheckDue(now));
        await _shard.TickImagesAsync(region, shard, now);
        await CallExpectedAsync();
        await SleepIfIdleAsync();
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
    private async Task CallExpectedAsync()
    {
        var failures = await Waves.RunAsync(_expected.ToArray(), _options.Value.WaveSize, computer =>
        {
            _expected.Remove(computer);
            return GrainFactory.GetGrain<ICloudComputerGrain>(computer.Value).ReconcileAsync(report: null);
        });
        _expected.UnionWith(failures.Select(failure => failure.Item));
    }

    // The first tick of an activation never ends the ticking: what an earlier activation was told to expect is not known here.
    private async Task SleepIfIdleAsync()
    {
        var isFirst = !_hasTicked;
        _hasTicked = true;
        if (!isFirst && _expected.Count == 0 && !await _dueWork.HasWorkAsync(Key.RegionId, Key.Shard, window: null) && _expected.Count == 0)
        {
            await _ticker.StopAsync();
        }
    }
}
