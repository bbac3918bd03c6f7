using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Regions;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeRegion(ProductRegion product, bool isKnown) : IRegionGrain
{
    public Region? Current { get; private set; } = isKnown
        ? RegionRules.Evolve(null, RegionRules.Add(null, product, FakeFleet.Now).Events[0])
        : null;

    public Task<Region?> GetAsync() => Task.FromResult(Current);

    public Task<Answer> EnsureAsync(string requestedBy) => Apply(RegionRules.Add(Current, product, FakeFleet.Now));

    public Task<Answer> ImportAsync(Region told, string requestedBy) => Apply(RegionRules.Import(Current!, told, FakeFleet.Now));

    public Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy) =>
        Apply(RegionRules.Change(Current!, automaticPush, dailyUpdateQuota, requestedBy, FakeFleet.Now));

    public Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy) =>
        Apply(RegionRules.Publish(Current!, version, packageSizeBytes, releaseNotes, requestedBy, FakeFleet.Now));

    public async Task<PushAnswer> StartPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy) =>
        OrderOf(await Apply(RegionRules.StartPush(Current!, version, scope, requestId, requestedBy, FakeFleet.Now)));

    public async Task<PushAnswer> StopPushAsync(ImageVersion version, PushScope scope, string requestId, string requestedBy) =>
        OrderOf(await Apply(RegionRules.StopPush(Current!, version, scope, requestId, requestedBy, FakeFleet.Now)));

    public Task<bool> ShowsAsync(ImageVersion version, int pushNumber) => Task.FromResult(true);

    public Task<ImmutableArray<UpdateOffer>> ListStandingOffersAsync() => Task.FromResult<ImmutableArray<UpdateOffer>>([]);

    public Task ContinuePushAsync() => Task.CompletedTask;

    private PushAnswer OrderOf(Answer answer) => new(answer, answer.Outcome is AnswerOutcome.Accepted ? Current!.LatestPush : null);

    private Task<Answer> Apply(Decision<RegionEvent> decision)
    {
        Current = decision.Events.Aggregate(Current, RegionRules.Evolve);
        return Task.FromResult(
            decision.IsRejected ? Answer.Rejected(decision.Rejection) : decision.IsAccepted ? Answer.Accepted : Answer.Unchanged);
    }
}
