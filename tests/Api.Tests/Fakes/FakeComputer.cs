using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeComputer : ICloudComputerGrain
{
    public CloudComputer? Current { get; set; }

    public Exception? Failure { get; set; }

    public Task<CloudComputer?> GetAsync() => Failure is null ? Task.FromResult(Current) : Task.FromException<CloudComputer?>(Failure);

    public Task<Answer> ImportAsync(CloudComputer told, string requestedBy) => Apply(RegistrationRules.Import(Current, told, FakeFleet.Now));

    public Task<Answer> AddAsync(CloudComputer told, string requestedBy) => Apply(RegistrationRules.Add(Current, told, FakeFleet.Now));

    public Task<Answer> CreateAsync(CloudComputer wanted, CustomImage from, string requestedBy) =>
        Apply(RegistrationRules.Create(Current, wanted, from, FakeFleet.Now));

    public Task<Answer> DeleteAsync(string requestedBy) => Apply(known => PowerRules.Delete(known, FakeFleet.Now));

    public Task<Answer> PowerAsync(PowerCommand command, string requestedBy) => Apply(known => PowerRules.Apply(known, command, FakeFleet.Now));

    public Task<Answer> ConnectAsync(UserId user, string? requestedBy) => Apply(known => SessionRules.Connect(known, user, FakeFleet.Now));

    public Task<Answer> DisconnectAsync(UserId user, string? requestedBy) => Apply(known => SessionRules.Disconnect(known, user, FakeFleet.Now));

    public Task<Answer> RequestUpdateAsync(UpdateRequest request) =>
        Apply(known => UpdateRules.Request(known, request, ProductRegion.CalendarOf(known.RegionId), FakeFleet.Now));

    public Task<Answer> CancelUpdateAsync(string requestedBy) => Apply(known => UpdateRules.Cancel(known, FakeFleet.Now));

    public Task<Answer> CreateSnapshotAsync(string name, string requestedBy) => Apply(known => SnapshotRules.Create(known, name, FakeFleet.Now));

    public Task<Answer> DeleteSnapshotAsync(SnapshotId snapshot, string requestedBy) => Apply(known => SnapshotRules.Delete(known, snapshot, FakeFleet.Now));

    public Task<Answer> ChangeTagsAsync(TagChange change, string requestedBy) => Apply(known => TagRules.Change(known, change, FakeFleet.Now));

    public Task<Answer> OfferUpdateAsync(UpdateOffer offer) =>
        Apply(known => OfferRules.Offer(known, offer, ProductRegion.CalendarOf(known.RegionId), FakeFleet.Now));

    public Task<Answer> WithdrawOfferAsync(OfferWithdrawal order) => Apply(known => OfferRules.Withdraw(known, order, FakeFleet.Now));

    public Task<Answer> AcceptUpdateAsync(OfferAcceptance acceptance) =>
        Apply(known => OfferRules.Accept(known, acceptance, ProductRegion.CalendarOf(known.RegionId), FakeFleet.Now));

    public Task<Answer> DeclineUpdateAsync(UserId user, string? requestedBy) => Apply(known => OfferRules.Decline(known, user, FakeFleet.Now));

    public Task<Answer> RestoreAsync(SnapshotId snapshot, bool stopFirst, string requestedBy) =>
        Apply(known => SnapshotRules.Restore(known, snapshot, stopFirst, FakeFleet.Now));

    public Task ReconcileAsync(MachineReport? report) => Task.CompletedTask;

    public Task ReleaseStrayReservationAsync(QuotaReservation reservation) => Task.CompletedTask;

    private Task<Answer> Apply(Func<CloudComputer, Decision<CloudComputerEvent>> decide) => Failure is not null
        ? Task.FromException<Answer>(Failure)
        : Current is null
            ? Task.FromResult(Answer.Rejected(RejectionCode.ComputerNotFound, "No cloud computer has this id."))
            : Apply(decide(Current));

    private Task<Answer> Apply(Decision<CloudComputerEvent> decision)
    {
        if (decision.IsRejected)
        {
            return Task.FromResult(Answer.Rejected(decision.Rejection));
        }

        if (!decision.IsAccepted)
        {
            return Task.FromResult(Answer.Unchanged);
        }

        var replaced = Current?.PendingUpdate is { State: not PendingUpdateState.Offered } && decision.Events.Any(fact => fact is UpdateSuperseded);
        Current = CloudComputerEvolution.Evolve(Current, decision.Events);
        return Task.FromResult(replaced ? Answer.Replaced : Answer.Accepted);
    }
}
