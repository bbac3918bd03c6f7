using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Images;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeImage : ICustomImageGrain
{
    public CustomImage? Current { get; set; }

    public Task<CustomImage?> GetAsync() => Task.FromResult(Current);

    public Task<Answer> RegisterAsync(CustomImage told, string requestedBy) => Apply(CustomImageRules.Register(Current, told, FakeFleet.Now));

    public Task<Answer> UpdateAsync(UpdateTarget target, string requestedBy) => Apply(CustomImageRules.Update(Current!, target, FakeFleet.Now));

    public Task<Answer> DescribeAsync(string? name, string? description, string requestedBy) =>
        Apply(CustomImageRules.Describe(Current!, name, description, FakeFleet.Now));

    public Task<Answer> ShareAsync(ImmutableArray<string> added, ImmutableArray<string> removed, string requestedBy) =>
        Apply(CustomImageRules.Share(Current!, added, removed, FakeFleet.Now));

    public Task<Answer> DeleteAsync(string requestedBy) => Apply(CustomImageRules.Delete(Current!, FakeFleet.Now));

    public Task ReconcileAsync(MachineReport? report) => Task.CompletedTask;

    private Task<Answer> Apply(Decision<CustomImageEvent> decision)
    {
        Current = decision.Events.Aggregate(Current, CustomImageRules.Evolve);
        return Task.FromResult(
            decision.IsRejected ? Answer.Rejected(decision.Rejection) : decision.IsAccepted ? Answer.Accepted : Answer.Unchanged);
    }
}
