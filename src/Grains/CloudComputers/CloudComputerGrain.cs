using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Answers;
using Wuying.Contracts.CloudComputers;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Tags;
using Wuying.Domain.Updates;
using Wuying.Grains.Fleet;
using Wuying.Grains.Operations;
using Wuying.Grains.Quotas;
using Wuying.Grains.Updates;

namespace Wuying.Grains.CloudComputers;

/// <summary>Owns one computer: its status, session, version, its one pending update and its snapshots. One turn decides, saves and acts, so a connection and a start can never both win (R12).</summary>
[GrainType(GrainTypes.CloudComputer)]
internal sealed partial class CloudComputerGrain(
    [PersistentState("computer", FleetStorage.Name)] IPersistentState<Stored<CloudComputer>> stored,
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    QuotaDesk quotas,
    Wakers wakers,
    IMachines machines,
    FleetInstruments instruments,
    IOptions<UpdateOptions> options,
    ILogger<CloudComputerGrain> logger) : Grain, ICloudComputerGrain
{
    private const string System = "system";

    public Task<CloudComputer?> GetAsync() => Task.FromResult(stored.State.Current);

    public Task<Answer> ImportAsync(CloudComputer told, string requestedBy) =>
        ApplyAsync(RegistrationRules.Import(stored.State.Current, told, clock.GetUtcNow()), requestedBy);

    public Task<Answer> AddAsync(CloudComputer told, string requestedBy) =>
        ApplyAsync(RegistrationRules.Add(stored.State.Current, told, clock.GetUtcNow()), requestedBy);

    public Task<Answer> CreateAsync(CloudComputer wanted, CustomImage from, string requestedBy) =>
        ApplyAsync(RegistrationRules.Create(stored.State.Current, wanted, from, clock.GetUtcNow()), requestedBy);

    public Task<Answer> DeleteAsync(string requestedBy) => HandleAsync(PowerRules.Delete, requestedBy);

    public Task<Answer> PowerAsync(PowerCommand command, string requestedBy) =>
        HandleAsync((computer, now) => PowerRules.Apply(computer, command, now), requestedBy);

    public Task<Answer> ConnectAsync(UserId user, string? requestedBy) =>
        HandleAsync((computer, now) => SessionRules.Connect(computer, user, now), requestedBy ?? user.Value);

    public Task<Answer> DisconnectAsync(UserId user, string? requestedBy) =>
        HandleAsync((computer, now) => SessionRules.Disconnect(computer, user, now), requestedBy ?? user.Value);

    public Task<Answer> RequestUpdateAsync(UpdateRequest request) =>
        HandleAsync(
            (computer, now) => UpdateRules.Request(computer, request, ProductRegion.CalendarOf(computer.RegionId), now),
            request.RequestedBy);

    public Task<Answer> CancelUpdateAsync(string requestedBy) => HandleAsync(UpdateRules.Cancel, requestedBy);

    public Task<Answer> CreateSnapshotAsync(string name, string requestedBy) =>
        HandleAsync((computer, now) => SnapshotRules.Create(computer, name, now), requestedBy);

    public Task<Answer> DeleteSnapshotAsync(SnapshotId snapshot, string requestedBy) =>
        HandleAsync((computer, now) => SnapshotRules.Delete(computer, snapshot, now), requestedBy);

    public Task<Answer> ChangeTagsAsync(TagChange change, string requestedBy) =>
        HandleAsync((computer, now) => TagRules.Change(computer, change, now), requestedBy);

    public Task<Answer> RestoreAsync(SnapshotId snapshot, bool stopFirst, string requestedBy) =>
        HandleAsync((computer, now) => SnapshotRules.Restore(computer, snapshot, stopFirst, now), requestedBy);

    public async Task<Answer> OfferUpdateAsync(UpdateOffer offer)
    {
        if (stored.State.Current is not { } computer)
        {
            return NotFound();
        }

        var decision = OfferRules.Offer(computer, offer, ProductRegion.CalendarOf(computer.RegionId), clock.GetUtcNow());

        // Asked in this turn: a withdrawal that follows a stopped push then waits behind it, and finds the offer if there is one (R7).
        return !decision.IsAccepted || await RegionOf(computer).ShowsAsync(offer.Target.Version, offer.PushNumber)
            ? await ApplyAsync(decision, offer.RequestedBy)
            : Answer.Rejected(RejectionCode.NotOffered, $"The push of {offer.Target.Version} was stopped.");
    }

    public Task<Answer> WithdrawOfferAsync(OfferWithdrawal order) =>
        HandleAsync((computer, now) => OfferRules.Withdraw(computer, order, now), order.RequestedBy);

    public Task<Answer> AcceptUpdateAsync(OfferAcceptance acceptance) =>
        HandleAsync(
            (computer, now) => OfferRules.Accept(computer, acceptance, ProductRegion.CalendarOf(computer.RegionId), now),
            acceptance.RequestedBy ?? acceptance.UserId.Value);

    public Task<Answer> DeclineUpdateAsync(UserId user, string? requestedBy) =>
        HandleAsync((computer, now) => OfferRules.Decline(computer, user, now), requestedBy ?? user.Value);

    public async Task ReconcileAsync(MachineReport? report)
    {
        if (stored.State.Current is not { } computer)
        {
            return;
        }

        var policy = new UpdatePolicy(options.Value.ConnectionCheckInterval);
        var facts = CloudComputerReconciliation.Reconcile(computer, report, policy, clock.GetUtcNow());
        if (!facts.IsEmpty)
        {
            await RecordAsync(facts, System);
        }
        else if (report?.State is MachineReportState.Unknown && report.OperationId == computer.Operation?.Id)
        {
            // Saved, but a crash came before the machine was asked.
            await BeginOperationAsync(computer);
        }
    }

    public Task ReleaseStrayReservationAsync(QuotaReservation reservation) =>
        stored.State.Current is not { } computer || Accounts(computer, reservation)
            ? Task.CompletedTask
            : quotas.ReleaseAsync(computer.RegionId, reservation);

    // An update that ended keeps its place unless it gave it back, whoever asked about it last.
    private static bool Accounts(CloudComputer computer, QuotaReservation reservation) =>
        computer.PendingUpdate?.Reservation == reservation
        || (computer.LastUpdate is { Outcome: not (UpdateOutcome.Cancelled or UpdateOutcome.Superseded) } last
            && last.UpdateId == reservation.Id && last.Date == reservation.Day);

    private Task<Answer> HandleAsync(Func<CloudComputer, DateTimeOffset, Decision<CloudComputerEvent>> decide, string requestedBy) =>
        stored.State.Current is { } computer
            ? ApplyAsync(decide(computer, clock.GetUtcNow()), requestedBy)
            : Task.FromResult(NotFound());

    private async Task<Answer> ApplyAsync(Decision<CloudComputerEvent> decision, string requestedBy) => decision switch
    {
        { Rejection: { } rejection } => Answer.Rejected(rejection),
        { IsAccepted: true } => await RecordAsync(decision.Events, requestedBy),
        _ => Answer.Unchanged,
    };

    private async Task<Answer> RecordAsync(ImmutableArray<CloudComputerEvent> facts, string requestedBy)
    {
        var before = stored.State.Current;
        var after = CloudComputerEvolution.Evolve(before, facts);
        var moves = QuotaMoves.Between(before, after);
        if (moves.Reserve is { } wanted && await quotas.ReserveAsync(after.RegionId, wanted) is { IsGranted: false } refusal)
        {
            return Answer.Rejected(QuotaRefusal.For(after.RegionId, wanted.Day, refusal.NextDayWithRoom));
        }

        try
        {
            // Before the save: if the silo dies right after it, somebody is awake to go on.
            await wakers.WakeAsync(before, after);
            await SaveAsync(before, after, facts, requestedBy);
        }
        catch when (moves.Reserve is not null)
        {
            AskAgainAbout(moves.Reserve);
            throw;
        }

        if (after.Operation is { } operation && operation.Id != before?.Operation?.Id)
        {
            await BeginOperationAsync(after);
        }

        if (moves.Release is { } unused)
        {
            await GiveBackAsync(after.RegionId, unused);
        }

        return ComputerAnswers.To(before, facts);
    }

    private async Task SaveAsync(CloudComputer? before, CloudComputer after, ImmutableArray<CloudComputerEvent> facts, string requestedBy)
    {
        stored.State.Current = after;
        stored.State.NewEvents = FleetEvents.Of(before, facts, requestedBy);
        var rows = UpdateRows.Between(before, after);
        stored.State.NewUpdates = rows;
        stored.State.NewSessions = SessionRows.Of(before, facts);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }

        instruments.OnUpdates(before, rows.AsSpan());
    }

    // The change is durable; a place that could not be given back is a stray one, and this computer will be asked about it.
    private async Task GiveBackAsync(RegionId region, QuotaReservation unused)
    {
        try
        {
            await quotas.ReleaseAsync(region, unused);
        }
#pragma warning disable CA1031 // The answer to the caller is that the change was made.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogPlaceNotGivenBack(unused.Id, unused.Day, error);
            AskAgainAbout(unused);
        }
    }

    // Answered in a turn of its own; after a failed save by the next activation, from what the store then has.
    private void AskAgainAbout(QuotaReservation reservation) =>
        this.AsReference<ICloudComputerGrain>().ReleaseStrayReservationAsync(reservation).Ignore();

    // The operation is saved; if the machine cannot be asked now, the next poll finds it unknown there and asks again.
    private async Task BeginOperationAsync(CloudComputer computer)
    {
        try
        {
            await machines.BeginAsync(computer, CancellationToken.None);
        }
#pragma warning disable CA1031 // The poll heals whatever went wrong.
        catch (Exception error)
#pragma warning restore CA1031
        {
            LogMachineNotAsked(computer.Id, computer.Operation?.Id, error);
        }
    }

    private IRegionGrain RegionOf(CloudComputer computer) => GrainFactory.GetGrain<IRegionGrain>(computer.RegionId.Value);

    private Answer NotFound() => Answer.Rejected(RejectionCode.ComputerNotFound, $"There is no cloud computer {this.GetPrimaryKeyString()}.");

    [LoggerMessage(LogLevel.Warning, "The place of {UpdateId} on {Day} could not be given back; it is tried again")]
    private partial void LogPlaceNotGivenBack(UpdateId updateId, DateOnly day, Exception error);

    [LoggerMessage(LogLevel.Warning, "The machine of {ComputerId} could not be asked to begin {OperationId}; the next poll asks again")]
    private partial void LogMachineNotAsked(CloudComputerId computerId, string? operationId, Exception error);
}
