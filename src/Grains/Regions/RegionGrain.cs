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

namespace Wuying.Grains.Regions;

/// <summary>Owns one region: its settings and its catalogue. A new quota reaches every day that can still be asked about.</summary>
[GrainType(GrainTypes.Region)]
internal sealed class RegionGrain(
    [PersistentState("region", FleetStorage.Name)] IPersistentState<Stored<Region>> stored,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock) : Grain, IRegionGrain
{
    public Task<Region?> GetAsync() => Task.FromResult(stored.State.Current);

    public Task<Answer> EnsureAsync(string requestedBy) =>
        ProductRegion.Find(new RegionId(this.GetPrimaryKeyString())) is { } product
            ? ApplyAsync(RegionRules.Add(stored.State.Current, product, clock.GetUtcNow()), requestedBy)
            : Task.FromResult(NotFound());

    public async Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy)
    {
        var answer = await HandleAsync((region, now) => RegionRules.Change(region, automaticPush, dailyUpdateQuota, now), requestedBy);

        // Also when unchanged: a repeated request finishes what a crash may have cut short.
        if (answer.Outcome is not AnswerOutcome.Rejected && dailyUpdateQuota is { } limit)
        {
            await TellQuotasAsync(limit);
        }

        return answer;
    }

    public Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy) =>
        HandleAsync((region, now) => RegionRules.Publish(region, version, packageSizeBytes, releaseNotes, now), requestedBy);

    private Task<Answer> HandleAsync(Func<Region, DateTimeOffset, Decision<RegionEvent>> decide, string requestedBy) =>
        stored.State.Current is { } region ? ApplyAsync(decide(region, clock.GetUtcNow()), requestedBy) : Task.FromResult(NotFound());

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
        stored.State.Current = decision.Events.Aggregate(before, RegionRules.Evolve);
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
