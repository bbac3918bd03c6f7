using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Updates;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;

namespace Wuying.Grains.Updates;

/// <summary>Opens, checks and closes one region's update window for one day and shard (R15–R20).</summary>
[GrainType(GrainTypes.UpdateWindow)]
internal sealed class UpdateWindowGrain(
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    ShardTicker ticker,
    IDueWork dueWork,
    StrayReservations strays,
    IOptions<UpdateOptions> options) : Grain, IUpdateWindowGrain, IRemindable
{
    private static readonly TimeSpan StrayCheckInterval = TimeSpan.FromHours(1);

    private bool _isAwake;
    private DateTimeOffset? _lastConnectionCheckAt;
    private DateTimeOffset? _lastStrayCheckAt;

    private UpdateWindowKey Key => UpdateWindowKey.Parse(this.GetPrimaryKeyString());

    private UpdateWindow Window => ProductRegion.CalendarOf(Key.RegionId).WindowOf(Key.Day);

    public async Task EnsureAwakeAsync()
    {
        if (_isAwake)
        {
            return;
        }

        _isAwake = true;
        try
        {
            if (await this.GetReminder(Ticking.ReminderName) is null)
            {
                var untilFirstSnapshot = Window.StartsAt.AddHours(-UpdateRequest.SnapshotLeadHoursAllowed.Max()) - clock.GetUtcNow();
                await this.RegisterOrUpdateReminder(
                    Ticking.ReminderName, untilFirstSnapshot > TimeSpan.Zero ? untilFirstSnapshot : TimeSpan.Zero, Ticking.Period);
            }
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
        var now = clock.GetUtcNow();
        var key = Key;
        await ticker.TickComputersAsync(key.RegionId, key.Shard, key.Day, now, IsConnectionCheckDue(now));
        await GiveStrayReservationsBackAsync(now);
        if (now >= Window.EndsAt && !await dueWork.HasWorkAsync(key.RegionId, key.Shard, key.Day))
        {
            await FallAsleepAsync();
        }
    }

    // Level-triggered: a late, lost or doubled tick leads to the same checks. The last look comes just before the last start.
    private bool IsConnectionCheckDue(DateTimeOffset now)
    {
        if (now < Window.StartsAt || now > Window.LastStartAt)
        {
            return false;
        }

        var isDue = _lastConnectionCheckAt is not { } last
            || now - last >= options.Value.ConnectionCheckInterval
            || now + Ticking.Period > Window.LastStartAt;
        _lastConnectionCheckAt = isDue ? now : _lastConnectionCheckAt;
        return isDue;
    }

    private async Task GiveStrayReservationsBackAsync(DateTimeOffset now)
    {
        if (now - _lastStrayCheckAt < StrayCheckInterval)
        {
            return;
        }

        _lastStrayCheckAt = now;
        await strays.GiveBackAsync(Key.RegionId, Key.Day, Key.Shard);
    }

    private async Task FallAsleepAsync()
    {
        _isAwake = false;
        if (await this.GetReminder(Ticking.ReminderName) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }
}
