using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Contracts.Regions;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;

namespace Wuying.Grains.Regions;

/// <summary>Owns one region: its settings, its catalogue and its pushes. A new quota reaches every day that can still be asked about; a push to the whole region goes on as a bulk operation.</summary>
[GrainType(GrainTypes.Region)]
internal sealed class RegionGrain(
    [PersistentState("region", FleetStorage.Name)] IPersistentState<Stored<Region>> stored,
    IFleetQueries queries,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IRegionGrain, IRemindable
{
    private Region? _committed;
    private int _handedOver;
    private Ticker? _ticker;

    private Ticker Ticker => _ticker ??= new Ticker(this);

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _committed = stored.State.Current;
        return Task.CompletedTask;
    }

    public Task<Region?> GetAsync() => Task.FromResult(_committed);

    public Task<bool> ShowsAsync(ImageVersion version, int pushNumber) =>
        Task.FromResult(_committed?.Catalogue.FirstOrDefault(entry => entry.Version == version)?.Shows(pushNumber) ?? false);

    public Task<ImmutableArray<UpdateOffer>> ListStandingOffersAsync() => Task.FromResult<ImmutableArray<UpdateOffer>>(_committed is { } region
        ? [.. region.StandingPushes.Select(push =>
            new UpdateOffer(region.TargetOf(push.Version)!, push.PushedBy, push.PushScope is PushScope.CustomImages, "system"))]
        : []);

    public Task<Answer> EnsureAsync(string requestedBy) =>
        ProductRegion.Find(new RegionId(this.GetPrimaryKeyString())) is { } product
            ? ApplyAsync(RegionRules.Add(stored.State.Current, product, clock.GetUtcNow()), requestedBy)
            : Task.FromResult(NotFound());

    public async Task<Answer> ImportAsync(Region told, string requestedBy)
    {
        var answer = await HandleAsync((region, now) => RegionRules.Import(region, told, now), requestedBy);

        // Also when unchanged: importing again finishes what a crash may have cut short.
        if (answer.Outcome is not AnswerOutcome.Rejected && _committed is { } region)
        {
            await TellQuotasAsync(region.DailyUpdateQuota);
        }

        return answer;
    }

    public async Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy)
    {
        var answer = await HandleAsync(
            (region, now) => RegionRules.Change(region, automaticPush, dailyUpdateQuota, requestedBy, now), requestedBy);

        // Also when unchanged: a repeated request finishes what a crash may have cut short.
        if (answer.Outcome is not AnswerOutcome.Rejected && dailyUpdateQuota is { } limit)
        {
            await TellQuotasAsync(limit);
        }

        return answer;
    }

    public Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy) =>
        HandleAsync((region, now) => RegionRules.Publish(region, version, packageSizeBytes, releaseNotes, requestedBy, now), requestedBy);

    public async Task<PushAnswer> StartPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy) =>
        OrderOf(requestId, await HandleAsync((region, now) => RegionRules.StartPush(region, version, scope, requestId, requestedBy, now), requestedBy));

    public async Task<PushAnswer> StopPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy) =>
        OrderOf(requestId, await HandleAsync((region, now) => RegionRules.StopPush(region, version, scope, requestId, requestedBy, now), requestedBy));

    // Only the latest order can have been saved without being handed over: each is handed over before the next is taken.
    public async Task ContinuePushAsync()
    {
        if (_committed is not { LatestPush: { Scope: not PushScope.Named } order } region
            || order.Number == _handedOver || order.Number <= region.PushesImported)
        {
            return;
        }

        var id = PushOperationId.Of(region.Id, order.Number);
        if (await queries.FindOperationAsync(id) is null)
        {
            await HandOverAsync(id, region, order);
        }

        _handedOver = order.Number;
        await Ticker.StopAsync();
    }

    // Ticks only while an order is saved and could not be handed over.
    public async Task ReceiveReminder(string reminderName, TickStatus status)
    {
        Ticker.Ticked();
        await ContinuePushAsync();
        await Ticker.StopAsync();
    }

    private async Task HandOverAsync(string id, Region region, PushOrder order)
    {
        var target = region.TargetOf(order.Version)!;
        var filter = new ComputerFilter
        {
            RegionId = region.Id,
            ImageType = order.Scope is PushScope.CustomImages ? ImageType.Custom : null,

            // Whatever version it runs by now, a computer may still show what is withdrawn.
            Versions = order.IsStart
                ? [.. (await queries.CountVersionsAsync(region.Id)).Select(count => count.Version).Where(target.IsNewerThan)]
                : null,
        };
        var command = order.IsStart
            ? new BulkCommand(null, null, Offer: new(target, order.Number, order.Scope is PushScope.CustomImages, order.RequestedBy))
            : new BulkCommand(null, null, Withdrawal: new(order.Version, order.Number, IsNamed: false, order.RequestedBy));
        await GrainFactory.GetGrain<IBulkOperationGrain>(id).BeginAsync(region.Id, filter, command);
    }

    private PushAnswer OrderOf(string requestId, Answer answer) =>
        new(answer, _committed?.LatestPush is { } latest && latest.RequestId == requestId ? latest : null);

    private async Task<Answer> HandleAsync(Func<Region, DateTimeOffset, Decision<RegionEvent>> decide, string requestedBy)
    {
        if (stored.State.Current is null)
        {
            return NotFound();
        }

        await ContinuePushAsync();
        var answer = await ApplyAsync(decide(stored.State.Current, clock.GetUtcNow()), requestedBy);
        await ContinuePushAsync();
        return answer;
    }

    private async Task<Answer> ApplyAsync(Decision<RegionEvent> decision, string requestedBy)
    {
        if (decision.IsRejected)
        {
            return Answer.Rejected(decision.Rejection);
        }

        if (!decision.IsAccepted)
        {
            return Answer.Unchanged;
        }

        var before = stored.State.Current;
        var after = decision.Events.Aggregate(before, RegionRules.Evolve)!;
        if (after.LatestPush is { Scope: not PushScope.Named } order && order != before?.LatestPush)
        {
            await Ticker.EnsureAsync(() => Ticker.Period);
        }

        stored.State.Current = after;
        stored.State.NewEvents = FleetEvents.Of(before, decision.Events, requestedBy);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        _committed = stored.State.Current;
        return Answer.Accepted;
    }

    private async Task TellQuotasAsync(int limit)
    {
        var id = new RegionId(this.GetPrimaryKeyString());
        var today = ProductRegion.CalendarOf(id).DayOf(clock.GetUtcNow());
        var days = Enumerable.Range(0, UpdateWindowCalendar.DaysAheadMax + 2).Select(today.AddDays);
        await Task.WhenAll(days.Select(day =>
            GrainFactory.GetGrain<IDailyQuotaGrain>(new DailyQuotaKey(id, day).ToString()).SetLimitAsync(limit)));
    }

    private Answer NotFound() => Answer.Rejected(RejectionCode.RegionNotFound, $"There is no region {this.GetPrimaryKeyString()}.");
}
