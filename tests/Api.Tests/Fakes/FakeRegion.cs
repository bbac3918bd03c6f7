using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Regions;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeRegion(ProductRegion product, bool isKnown) : IRegionGrain
{
    public Region? Current { get; private set; } = isKnown
        ? RegionRules.Evolve(null, RegionRules.Add(null, product, FakeFleet.Now).Events[0])
        : null;

    public Task<Region?> GetAsync() => Task.FromResult(Current);

    public Task<Answer> EnsureAsync(string requestedBy) => Apply(RegionRules.Add(Current, product, FakeFleet.Now));

    public Task<Answer> ChangeAsync(bool? automaticPush, int? dailyUpdateQuota, string requestedBy) =>
        Apply(RegionRules.Change(Current!, automaticPush, dailyUpdateQuota, FakeFleet.Now));

    public Task<Answer> PublishAsync(
        ImageVersion version, long packageSizeBytes, ImmutableSortedDictionary<string, string> releaseNotes, string requestedBy) =>
        Apply(RegionRules.Publish(Current!, version, packageSizeBytes, releaseNotes, FakeFleet.Now));

    private Task<Answer> Apply(Decision<RegionEvent> decision)
    {
        Current = decision.Events.Aggregate(Current, RegionRules.Evolve);
        return Task.FromResult(
            decision.IsRejected ? Answer.Rejected(decision.Rejection) : decision.IsAccepted ? Answer.Accepted : Answer.Unchanged);
    }
}
