using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Operations;
using Wuying.Domain.CloudComputers;

namespace Wuying.Grains.Operations;

/// <summary>Ticks once a minute while its shard has work outside windows: immediate updates, power, snapshots, image updates.</summary>
[GrainType(GrainTypes.Operations)]
internal sealed class OperationsGrain(
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ShardTicker ticker,
    IDueWork dueWork) : Grain, IOperationsGrain, IRemindable
{
    private readonly HashSet<CloudComputerId> _expected = [];
    private bool _isAwake;
    private bool _hasTicked;

    private OperationsKey Key => OperationsKey.Parse(this.GetPrimaryKeyString());

    public Task ExpectAsync(CloudComputerId computer)
    {
        _expected.Add(computer);
        return EnsureAwakeAsync();
    }

    public async Task EnsureAwakeAsync()
    {
        if (_isAwake)
        {
            return;
        }

        // Set first: calls that come in meanwhile need not register it again, and a tick that goes to sleep resets it.
        _isAwake = true;
        try
        {
            await this.RegisterOrUpdateReminder(Ticking.ReminderName, dueTime: TimeSpan.Zero, Ticking.Period);
        }
        catch
        {
            _isAwake = false;
            throw;
        }
    }

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _isAwake = true;
        var (region, shard) = (Key.RegionId, Key.Shard);
        var expected = _expected.ToArray();
        await ticker.TickComputersAsync(region, shard, window: null, clock.GetUtcNow(), isConnectionCheck: false);
        await ticker.TickImagesAsync(region, shard, clock.GetUtcNow());

        // A computer that was announced may still be in the turn that saves its operation: this call waits behind that turn.
        foreach (var computer in expected)
        {
            await GrainFactory.GetGrain<ICloudComputerGrain>(computer.Value).ReconcileAsync(report: null);
        }

        _expected.ExceptWith(expected);
        await SleepIfIdleAsync();
    }

    // The first tick of an activation never ends the ticking: what an earlier activation was told to expect is not known here.
    private async Task SleepIfIdleAsync()
    {
        var isFirst = !_hasTicked;
        _hasTicked = true;
        if (isFirst || _expected.Count > 0 || await dueWork.HasWorkAsync(Key.RegionId, Key.Shard, window: null) || _expected.Count > 0)
        {
            return;
        }

        _isAwake = false;
        if (await this.GetReminder(Ticking.ReminderName) is { } reminder && !_isAwake)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
