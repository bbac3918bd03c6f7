using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Updates;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;

namespace Wuying.Grains.Updates;

/// <summary>Opens, checks and closes one region's update window for one day and shard (R15–R20).</summary>
[GrainType(GrainTypes.UpdateWindow)]
internal sealed class UpdateWindowGrain : Grain, IUpdateWindowGrain, IRemindable
{
    private static readonly TimeSpan StrayCheckInterval = TimeSpan.FromHours(1);
    private static readonly TimeSpan ExpectedFrom = TimeSpan.FromHours(1);

    private readonly TimeProvider _clock;
    private readonly ShardTicker _shard;
    private readonly StrayReservations _strays;
    private readonly IOptions<UpdateOptions> _options;
    private readonly FleetInstruments _instruments;
    private readonly Ticker _ticker;
    private readonly TickWatch _watch = new();
    private readonly ExpectedComputers _expected;
    private bool _hasTicked;
    private DateTimeOffset? _lastConnectionCheckAt;
    private DateTimeOffset? _lastStrayCheckAt;

    public UpdateWindowGrain(
        [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
        ShardTicker shard,
        StrayReservations strays,
        Waves waves,
        FleetInstruments instruments,
        IOptions<UpdateOptions> options)
    {
        (_clock, _shard, _strays, _instruments, _options) = (clock, shard, strays, instruments, options);
        _ticker = new Ticker(this, mayBeAsleep: true);
        _expected = new ExpectedComputers(GrainFactory, waves, options);
    }

    private UpdateWindowKey Key => UpdateWindowKey.Parse(this.GetPrimaryKeyString());

    private UpdateWindow Window => ProductRegion.CalendarOf(Key.RegionId).WindowOf(Key.Day);

    // Long before the night nobody rests and forgets; remembering a whole bulk request would cost a call for each of its computers.
    public Task ExpectAsync(CloudComputerId computer)
    {
        if (_clock.GetUtcNow() >= FirstSnapshotAt - ExpectedFrom)
        {
            _expected.Add(computer);
        }

        return EnsureAwakeAsync();
    }

    public Task EnsureAwakeAsync() => _ticker.EnsureAsync(() => FirstSnapshotAt - _clock.GetUtcNow());

    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        _ticker.Ticked();
        var now = _clock.GetUtcNow();
        _instruments.OnTick("window", _watch.LatenessOf(status, now));
        var key = Key;
        var work = await _shard.TickAsync(key.RegionId, key.Shard, key.Day, now, IsConnectionCheckDue(now));
        await GiveStrayReservationsBackAsync(now);
        var wasExpected = await _expected.CallAsync();
        await (wasExpected ? Task.CompletedTask : RestAsync(work, now));
    }

    // The first tick of an activation never rests: what an earlier activation was told to expect is not known here.
    // Before its day has begun there may be some time until the next snapshots, or until midnight; a request for a sooner one wakes it.
    // Afterwards the day cannot be picked any more (R16), so that what is over stays over.
    private async Task RestAsync(DueWork work, DateTimeOffset now)
    {
        var isFirst = !_hasTicked;
        _hasTicked = true;
        if (isFirst || _expected.IsAny)
        {
            return;
        }

        if (now >= Window.StartsAt)
        {
            await (work.HasAny ? Task.CompletedTask : _ticker.StopAsync());
        }
        else if ((work.NextDueAt ?? Window.StartsAt) - now is var rest && rest > Ticker.RestMin)
        {
            await _ticker.SleepAsync(rest);
        }
    }

    private DateTimeOffset FirstSnapshotAt => Window.StartsAt.AddHours(-UpdateRequest.SnapshotLeadHoursAllowed.Max());

    // Level-triggered: a late, lost or doubled tick leads to the same checks. The last look comes just before the last start.
    private bool IsConnectionCheckDue(DateTimeOffset now)
    {
        if (now < Window.StartsAt || now > Window.LastStartAt)
        {
            return false;
        }

        var isDue = _lastConnectionCheckAt is not { } last
            || now - last >= _options.Value.ConnectionCheckInterval
            || now + Ticker.Period > Window.LastStartAt;
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
        await _strays.GiveBackAsync(Key.RegionId, Key.Day, Key.Shard);
    }
}
