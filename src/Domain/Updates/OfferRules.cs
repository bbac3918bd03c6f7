using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Snapshots;

namespace Wuying.Domain.Updates;

/// <summary>Offering an update to a computer's end users, and what they say to it (R5–R9).</summary>
public static class OfferRules
{
    private static readonly TimeSpan RepeatedWithin = TimeSpan.FromMinutes(1);

    /// <summary>Shows a pushed version to the users of a computer. Takes the place of an older offer, never of an update that somebody has decided on (R7, R8).</summary>
    public static Decision<CloudComputerEvent> Offer(CloudComputer computer, UpdateOffer offer, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        if (computer.Status is not CloudComputerStatus.Deleted && ComesTooLate(computer, offer))
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        if (WhyNotOffered(computer, offer) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        if (computer.PendingUpdate is { } shown && shown.Version == offer.Target.Version)
        {
            return Decision<CloudComputerEvent>.Accept(new OfferRenewed(now, shown.UpdateId, offer.PushNumber));
        }

        var update = new PendingUpdate
        {
            UpdateId = computer.NextUpdateId(),
            Version = offer.Target.Version,
            Target = offer.Target,
            Method = UpdateMethod.Offered,
            Date = calendar.DayOf(now),
            Snapshot = UpdateSnapshot.Pending,
            State = PendingUpdateState.Offered,
            RequestedBy = offer.RequestedBy,
            RequestedAt = now,
        };
        ImmutableArray<CloudComputerEvent> replaced =
            computer.PendingUpdate is { } older ? [new UpdateSuperseded(now, older.UpdateId, update.UpdateId)] : [];
        return Decision<CloudComputerEvent>.Accept([.. replaced, new UpdateOffered(now, update, offer.PushNumber, offer.IsAutomatic)]);
    }

    /// <summary>Takes back what a push offered and nobody accepted (R7). A computer that is named without having an offer remembers the order, for an offer may be on its way.</summary>
    public static Decision<CloudComputerEvent> Withdraw(CloudComputer computer, OfferWithdrawal order, DateTimeOffset now)
    {
        var offered = computer.PendingUpdate is { State: PendingUpdateState.Offered } update && update.Version == order.Version
            && order.PushNumber > computer.PushNumber ? update : null;
        var isKnown = computer.WithheldPushes.Any(push => push.Version == order.Version && push.PushNumber >= order.PushNumber);
        return offered is not null || (order.IsNamed && !isKnown && computer.Status is not CloudComputerStatus.Deleted)
            ? Decision<CloudComputerEvent>.Accept(new OfferWithdrawn(now, offered?.UpdateId, order.Version, order.PushNumber))
            : Decision<CloudComputerEvent>.Unchanged;
    }

    /// <summary>A user says yes: now, or in some hours (R9). Can be said anew until the update starts; a place in the quota must be had before the facts are recorded (R17).</summary>
    public static Decision<CloudComputerEvent> Accept(
        CloudComputer computer, OfferAcceptance acceptance, UpdateWindowCalendar calendar, DateTimeOffset now)
    {
        if (IsAcceptedAlready(computer, acceptance, now))
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        if (WhyNotAcceptable(computer, acceptance) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        var update = computer.PendingUpdate!;
        var startsAt = now + acceptance.Delay;
        var day = calendar.DayOf(startsAt);
        var accepted = new OfferAccepted(
            now, update.UpdateId, acceptance.UserId, startsAt, acceptance.StateAfterwards,
            update.Reservation is { } held && held.Day == day ? held : new QuotaReservation(day, update.UpdateId));
        return acceptance.Delay > TimeSpan.Zero
            ? Decision<CloudComputerEvent>.Accept(accepted)
            : StartNow(computer, accepted, now);
    }

    /// <summary>A user says no; saying it twice is success.</summary>
    public static Decision<CloudComputerEvent> Decline(CloudComputer computer, UserId user, DateTimeOffset now)
    {
        var isGone = computer.PendingUpdate is null && computer.LastUpdate is { Method: UpdateMethod.Offered, Outcome: UpdateOutcome.Cancelled };
        if (isGone && computer.Status is not CloudComputerStatus.Deleted && computer.AssignedUserIds.Contains(user))
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        return WhyNotDecidable(computer, user) is { } rejection
            ? Decision<CloudComputerEvent>.Reject(rejection)
            : Decision<CloudComputerEvent>.Accept(new OfferDeclined(now, computer.PendingUpdate!.UpdateId, user));
    }

    // An order that a later one overtook, or that was stopped for this computer by name.
    private static bool ComesTooLate(CloudComputer computer, UpdateOffer offer) =>
        offer.PushNumber <= computer.PushNumber
        || computer.WithheldPushes.Any(push => push.Version == offer.Target.Version && offer.PushNumber <= push.PushNumber);

    // The same said again at once, or for now when that is under way or done (R32). Some time later "in 4 hours" means another time.
    private static bool IsAcceptedAlready(CloudComputer computer, OfferAcceptance acceptance, DateTimeOffset now)
    {
        if (!computer.AssignedUserIds.Contains(acceptance.UserId) || computer.Status is CloudComputerStatus.Deleted)
        {
            return false;
        }

        return computer.PendingUpdate is { } update
            ? update.AcceptedAt is { } at && update.StartsAt - at == acceptance.Delay && update.StateAfterwards == acceptance.StateAfterwards
                && (acceptance.Delay == TimeSpan.Zero || now - at < RepeatedWithin)
            : acceptance.Delay == TimeSpan.Zero && computer.LastUpdate is { AcceptedAt: not null, Outcome: UpdateOutcome.Succeeded };
    }

    private static Rejection? WhyNotAcceptable(CloudComputer computer, OfferAcceptance acceptance) => WhyNotDecidable(computer, acceptance.UserId) ?? computer switch
    {
        _ when !OfferAcceptance.DelaysAllowed.Contains(acceptance.Delay) =>
            new(RejectionCode.InvalidRequest, $"An update starts now, or in {string.Join(", ", OfferAcceptance.DelaysAllowed.Skip(1).Select(delay => delay.TotalHours))} hours."),
        { PendingUpdate.Target: { } target } when !target.IsNewerThan(computer.CurrentVersion) =>
            new(RejectionCode.AlreadyUpToDate, $"{computer.Id} runs {computer.CurrentVersion}; {target.Version} is not newer."),
        _ => null,
    };

    private static Rejection? WhyNotOffered(CloudComputer computer, UpdateOffer offer) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => new(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        _ when offer.IsAutomatic && computer.ImageType is not Images.ImageType.Custom =>
            new(RejectionCode.InvalidRequest, $"{computer.Id} is on a {computer.ImageType.ToString().ToLowerInvariant()} image; those are pushed to by hand only."),
        { PendingUpdate.IsRunning: true } => new(RejectionCode.UpdateInProgress, $"{computer.Id} is being updated."),
        { PendingUpdate: { State: not PendingUpdateState.Offered } update } =>
            new(RejectionCode.ComputerBusy, $"{computer.Id} has an update on {update.Date:yyyy-MM-dd} already, which a push leaves alone."),
        { PendingUpdate.Target: { } shown } when shown.IsNewerThan(offer.Target.Version) =>
            new(RejectionCode.Superseded, $"{computer.Id} is offered {shown.Version} already, which is newer."),
        _ when !offer.Target.IsNewerThan(computer.CurrentVersion) =>
            new(RejectionCode.AlreadyUpToDate, $"{computer.Id} runs {computer.CurrentVersion}; {offer.Target.Version} is not newer."),
        _ => null,
    };

    private static Rejection? WhyNotDecidable(CloudComputer computer, UserId user) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => new(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        _ when !computer.AssignedUserIds.Contains(user) => new(RejectionCode.NotEntitled, $"{user} is not assigned to {computer.Id}."),
        { PendingUpdate: not { Method: UpdateMethod.Offered } } => new(RejectionCode.NotOffered, $"No update is offered to the users of {computer.Id}."),
        { PendingUpdate.IsRunning: true } => new(RejectionCode.UpdateInProgress, $"The update of {computer.Id} is running."),
        _ => null,
    };

    // With a snapshot first, like every update that somebody asks for at once (R14); nobody can connect meanwhile (R9).
    private static Decision<CloudComputerEvent> StartNow(CloudComputer computer, OfferAccepted accepted, DateTimeOffset now)
    {
        var ready = CloudComputerEvolution.Evolve(computer, accepted);
        return UpdateRules.StartObstacle(ready) switch
        {
            RejectionCode.SnapshotMissing when SnapshotRules.CanSnapshot(ready) => Decision<CloudComputerEvent>.Accept(
                accepted, new SnapshotStarted(now, ready.NextSnapshotting(null, accepted.UpdateId, now))),
            RejectionCode.SnapshotMissing when ready.PendingUpdate!.Snapshot is UpdateSnapshot.Creating => Decision<CloudComputerEvent>.Accept(accepted),
            RejectionCode.SnapshotMissing => Refuse(computer, RejectionCode.ComputerBusy),
            { } obstacle => Refuse(computer, obstacle),
            null => Decision<CloudComputerEvent>.Accept([accepted, .. UpdateRules.Start(ready, now).Events]),
        };
    }

    private static Decision<CloudComputerEvent> Refuse(CloudComputer computer, RejectionCode code) =>
        Decision<CloudComputerEvent>.Reject(code, $"{computer.Id} cannot be updated now: {code}. Choose a later time.");
}
