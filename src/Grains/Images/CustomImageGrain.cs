using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Images;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;

namespace Wuying.Grains.Images;

/// <summary>Owns one image: its status, its version in force and the update that runs (R11).</summary>
[GrainType(GrainTypes.CustomImage)]
internal sealed partial class CustomImageGrain(
    [PersistentState("image", FleetStorage.Name)] IPersistentState<Stored<CustomImage>> stored,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    Wakers wakers,
    IMachines machines,
    ILogger<CustomImageGrain> logger) : Grain, ICustomImageGrain
{
    public Task<CustomImage?> GetAsync() => Task.FromResult(stored.State.Current);

    public Task<Answer> RegisterAsync(CustomImage told, string requestedBy) =>
        ApplyAsync(CustomImageRules.Register(stored.State.Current, told, clock.GetUtcNow()), requestedBy);

    public Task<Answer> UpdateAsync(UpdateTarget target, string requestedBy) =>
        HandleAsync((image, now) => CustomImageRules.Update(image, target, now), requestedBy);

    public Task<Answer> DescribeAsync(string? name, string? description, string requestedBy) =>
        HandleAsync((image, now) => CustomImageRules.Describe(image, name, description, now), requestedBy);

    public Task<Answer> ShareAsync(ImmutableArray<string> added, ImmutableArray<string> removed, string requestedBy) =>
        HandleAsync((image, now) => CustomImageRules.Share(image, added, removed, now), requestedBy);

    public Task<Answer> DeleteAsync(string requestedBy) => HandleAsync(CustomImageRules.Delete, requestedBy);

    public async Task ReconcileAsync(MachineReport? report)
    {
        if (stored.State.Current is not { } image)
        {
            return;
        }

        if (CustomImageRules.Reconcile(image, report, clock.GetUtcNow()) is { } fact)
        {
            await RecordAsync([fact], "system");
        }
        else if (report?.State is MachineReportState.Unknown && image.Update is not null)
        {
            await machines.BeginImageUpdateAsync(image, CancellationToken.None);
        }
    }

    private Task<Answer> HandleAsync(Func<CustomImage, DateTimeOffset, Decision<CustomImageEvent>> decide, string requestedBy) =>
        stored.State.Current is { } image
            ? ApplyAsync(decide(image, clock.GetUtcNow()), requestedBy)
            : Task.FromResult(Answer.Rejected(RejectionCode.ImageNotFound, $"There is no image {this.GetPrimaryKeyString()}."));

    private async Task<Answer> ApplyAsync(Decision<CustomImageEvent> decision, string requestedBy)
    {
        if (decision.IsRejected)
        {
            return Answer.Rejected(decision.Rejection);
        }

        if (!decision.IsAccepted)
        {
            return Answer.Unchanged;
        }

        await RecordAsync(decision.Events, requestedBy);
        return Answer.Accepted;
    }

    // The update is saved; whatever goes wrong now is healed by the next tick, which finds the operation unknown to the machines.
    private async Task BeginAsync(CustomImage image)
    {
        try
        {
            await wakers.WakeAsync(image);
            await machines.BeginImageUpdateAsync(image, CancellationToken.None);
        }
#pragma warning disable CA1031 // The poll heals whatever went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogMachinesNotAsked(image.Id, error);
        }
    }

    [LoggerMessage(LogLevel.Warning, "The update of {ImageId} could not be begun; the next poll asks again")]
    private partial void LogMachinesNotAsked(ImageId imageId, Exception error);

    private async Task RecordAsync(ImmutableArray<CustomImageEvent> facts, string requestedBy)
    {
        var before = stored.State.Current;
        var after = facts.Aggregate(before, CustomImageRules.Evolve)!;
        if (after.Update is not null && before?.Update is null)
        {
            await wakers.WakeAsync(after);
        }

        stored.State.Current = after;
        stored.State.NewEvents = FleetEvents.Of(before, facts, requestedBy);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            DeactivateOnIdle();
            throw;
        }

        if (after.Update is not null && before?.Update is null)
        {
            await BeginAsync(after);
        }
    }
}
