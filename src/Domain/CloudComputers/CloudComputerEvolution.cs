using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>What a computer is after each fact. No decisions are taken here.</summary>
public static class CloudComputerEvolution
{
    /// <summary>The computer after a fact; <paramref name="computer"/> is null before it was registered.</summary>
    public static CloudComputer Evolve(CloudComputer? computer, CloudComputerEvent fact) =>
        (fact switch
        {
            ComputerRegistered registered => registered.Computer,
            _ when computer is null => throw new InvalidOperationException($"{fact} happened to a computer that is not registered."),
            ComputerReimported reimported => reimported.Computer,
            ComputerDeleted => computer with { Status = CloudComputerStatus.Deleted, Session = null, Operation = null },
            UserConnected connected => computer with { Session = new UserSession(connected.UserId, connected.At) },
            UserDisconnected => computer with { Session = null },
            OperationStarted started => Begin(computer, started.Operation, StatusDuring(started.Operation.Kind)),
            OperationSucceeded succeeded => AfterSuccess(computer, succeeded.Operation),
            OperationFailed failed => AfterFailure(computer, failed),
            ComputerTagged tagged => computer with { Tags = tagged.Tags },
            SnapshotStarted or SnapshotCompleted or SnapshotFailed or SnapshotDeleted => EvolveSnapshots(computer, fact),
            UpdateOffered or OfferRenewed or OfferWithdrawn or OfferAccepted or OfferDeclined => EvolveOffer(computer, fact),
            _ => EvolveUpdate(computer, fact),
        }).EnsureValid();

    /// <summary>The computer after several facts.</summary>
    public static CloudComputer Evolve(CloudComputer? computer, IEnumerable<CloudComputerEvent> facts) =>
        facts.Aggregate(computer, Evolve) ?? throw new InvalidOperationException("Nothing ever happened to this computer.");

    private static CloudComputer EvolveUpdate(CloudComputer computer, CloudComputerEvent fact) => fact switch
    {
        UpdateRequested requested => computer with { PendingUpdate = requested.Update, NextNumber = computer.NextNumber + 1 },
        UpdateSuperseded => Finish(computer, UpdateOutcome.Superseded, RejectionCode.Superseded, fact.At),
        UpdateCancelled => Finish(computer, UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest, fact.At),
        UpdateMissed missed => Finish(computer, UpdateOutcome.Missed, missed.Reason, fact.At),
        UpdateDelayed delayed => computer with
        {
            PendingUpdate = Pending(computer) with { State = PendingUpdateState.Waiting, Reason = delayed.Reason },
        },
        UpdateStarted started => Begin(computer, started.Operation, CloudComputerStatus.Updating) with
        {
            PendingUpdate = Pending(computer) with { State = PendingUpdateState.Running, Reason = null, StartedAt = fact.At },
        },
        UpdateSucceeded succeeded => Finish(computer, UpdateOutcome.Succeeded, null, succeeded.EndedAt) with
        {
            Status = CloudComputerStatus.Running,
            CurrentVersion = Pending(computer).Version,
            UsesOutdatedImage = false,
            FaultReason = null,
            Operation = null,
        },
        UpdateFailed failed => Finish(computer, UpdateOutcome.Failed, RejectionCode.UpdateFailed, failed.EndedAt) with
        {
            Status = CloudComputerStatus.Faulted,
            FaultReason = failed.Error,
            Operation = null,
        },
        _ => throw new NotSupportedException($"{fact.GetType().Name} is unknown to {nameof(CloudComputer)}."),
    };

    private static CloudComputer EvolveOffer(CloudComputer computer, CloudComputerEvent fact) => fact switch
    {
        UpdateOffered offered => computer with
        {
            PendingUpdate = offered.Update,
            NextNumber = computer.NextNumber + 1,
            PushNumber = offered.PushNumber,
        },
        OfferRenewed renewed => computer with { PushNumber = renewed.PushNumber },
        OfferWithdrawn { UpdateId: null } withheld => Withhold(computer, withheld),
        OfferWithdrawn withdrawn => Withhold(Finish(computer, UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest, fact.At), withdrawn),
        OfferAccepted accepted => computer with { PendingUpdate = Accepted(Pending(computer), accepted) },
        OfferDeclined => Finish(computer, UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest, fact.At),
        _ => throw new NotSupportedException($"{fact.GetType().Name} is no fact about offers."),
    };

    // Offers of other versions, from orders before this one, may still come.
    private static CloudComputer Withhold(CloudComputer computer, OfferWithdrawn withdrawn) => computer with
    {
        WithheldPushes =
        [
            .. computer.WithheldPushes.Where(push => push.Version != withdrawn.Version),
            new WithheldPush(withdrawn.Version, withdrawn.PushNumber),
        ],
    };

    private static PendingUpdate Accepted(PendingUpdate update, OfferAccepted accepted) => update with
    {
        Date = accepted.Reservation.Day,
        SnapshotLeadHours = accepted.StartsAt > accepted.At ? UpdateRequest.SnapshotLeadHoursAllowed[0] : 0,
        State = accepted.StartsAt > accepted.At ? PendingUpdateState.Scheduled : PendingUpdateState.Waiting,
        Reason = null,

        // A snapshot that would be older at the start than it should be is taken anew.
        Snapshot = update.Snapshot is UpdateSnapshot.Ready && accepted.StartsAt > update.StartsAt ? UpdateSnapshot.Pending : update.Snapshot,
        Reservation = accepted.Reservation,
        AcceptedAt = accepted.At,
        AcceptedBy = accepted.UserId,
        StartsAt = accepted.StartsAt,
        StateAfterwards = accepted.StateAfterwards,
    };

    private static CloudComputer EvolveSnapshots(CloudComputer computer, CloudComputerEvent fact) => fact switch
    {
        SnapshotStarted started => Begin(computer, started.Operation, computer.Status) with
        {
            PendingUpdate = IsForPending(computer, started.Operation)
                ? Pending(computer) with { Snapshot = UpdateSnapshot.Creating, SnapshotRetryAt = null }
                : computer.PendingUpdate,
        },
        SnapshotCompleted completed => computer with
        {
            Operation = null,
            Snapshots = [.. computer.Snapshots.Append(completed.Snapshot).Where(snapshot => !completed.Removed.Contains(snapshot.Id))],
            PendingUpdate = IsForPending(computer, computer.Operation)
                ? Pending(computer) with { Snapshot = UpdateSnapshot.Ready, SnapshotId = completed.Snapshot.Id }
                : computer.PendingUpdate,
        },
        SnapshotFailed failed => computer with
        {
            Operation = null,
            PendingUpdate = IsForPending(computer, computer.Operation)
                ? Pending(computer) with { Snapshot = UpdateSnapshot.Failed, SnapshotRetryAt = failed.RetryAt }
                : computer.PendingUpdate,
        },
        SnapshotDeleted deleted => computer with
        {
            Snapshots = [.. computer.Snapshots.Where(snapshot => snapshot.Id != deleted.SnapshotId)],
        },
        _ => throw new NotSupportedException($"{fact.GetType().Name} is no fact about snapshots."),
    };

    private static CloudComputer Begin(CloudComputer computer, MachineOperation operation, CloudComputerStatus status) => computer with
    {
        Status = status,
        Operation = operation,
        NextNumber = computer.NextNumber + 1,
    };

    private static CloudComputer AfterSuccess(CloudComputer computer, MachineOperation operation) => operation.Kind switch
    {
        MachineOperationKind.Stopping => computer with { Status = CloudComputerStatus.Stopped, FaultReason = null, Operation = null },
        MachineOperationKind.Starting or MachineOperationKind.Restarting =>
            computer with { Status = CloudComputerStatus.Running, FaultReason = null, Operation = null },
        MachineOperationKind.Restoring => Restored(computer, computer.Snapshots.Single(snapshot => snapshot.Id == operation.SnapshotId)),
        var kind => throw new NotSupportedException($"{kind} ends with a fact of its own."),
    };

    private static CloudComputer Restored(CloudComputer computer, Snapshot snapshot) => computer with
    {
        Status = snapshot.StatusThen,
        CurrentVersion = snapshot.Version,
        FaultReason = null,
        Operation = null,
    };

    private static CloudComputer AfterFailure(CloudComputer computer, OperationFailed failed) => computer with
    {
        Operation = null,
        FaultReason = failed.Error,
        Status = failed.Operation.Kind switch
        {
            MachineOperationKind.Starting => CloudComputerStatus.Stopped,
            MachineOperationKind.Stopping => CloudComputerStatus.Running,
            _ => CloudComputerStatus.Faulted,
        },
    };

    private static CloudComputer Finish(CloudComputer computer, UpdateOutcome outcome, RejectionCode? reason, DateTimeOffset at)
    {
        var update = Pending(computer);
        return computer with
        {
            PendingUpdate = null,
            LastUpdate = new LastUpdate
            {
                UpdateId = update.UpdateId,
                Version = update.Version,
                FromVersion = computer.CurrentVersion,
                Outcome = outcome,
                Reason = reason,
                StartedAt = update.StartedAt,
                FinishedAt = at,
                SnapshotId = update.SnapshotId,
                Method = update.Method,
                Date = update.Date,
                RequestedBy = update.RequestedBy,
                RequestedAt = update.RequestedAt,
                AcceptedAt = update.AcceptedAt,
            },
        };
    }

    private static CloudComputerStatus StatusDuring(MachineOperationKind kind) => kind switch
    {
        MachineOperationKind.Starting => CloudComputerStatus.Starting,
        MachineOperationKind.Stopping => CloudComputerStatus.Stopping,
        MachineOperationKind.Restarting => CloudComputerStatus.Restarting,
        MachineOperationKind.Restoring => CloudComputerStatus.Restoring,
        _ => throw new NotSupportedException($"{kind} begins with a fact of its own."),
    };

    private static bool IsForPending(CloudComputer computer, MachineOperation? operation) =>
        operation?.UpdateId is { } served && served == computer.PendingUpdate?.UpdateId;

    private static PendingUpdate Pending(CloudComputer computer) =>
        computer.PendingUpdate ?? throw new InvalidOperationException($"{computer.Id} has no pending update.");
}
