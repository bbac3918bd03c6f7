using System.Collections.Immutable;
using Wuying.Domain.Decisions;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>What should be true of a computer now. Commands, ticks and recovery all end here; it does not matter what woke it (R20, R28).</summary>
public static class CloudComputerReconciliation
{
    /// <summary>The facts that bring a computer up to an instant.</summary>
    /// <param name="computer">As it is stored.</param>
    /// <param name="report">What the machine says of its operation; null when it was not asked.</param>
    /// <param name="policy">The operator's settings.</param>
    /// <param name="now">The instant.</param>
    public static ImmutableArray<CloudComputerEvent> Reconcile(
        CloudComputer computer, MachineReport? report, UpdatePolicy policy, DateTimeOffset now)
    {
        var facts = ImmutableArray.CreateBuilder<CloudComputerEvent>();
        var current = computer;
        Record(EndOperation(current, report, policy, now));
        Record(GoOn(computer, current, facts.LastOrDefault(), now));
        Record(CloseWindow(current, now));
        Record(TakeSnapshot(current, now));
        Record(StartUpdate(current, now));
        return facts.ToImmutable();

        void Record(CloudComputerEvent? fact)
        {
            if (fact is not null)
            {
                facts.Add(fact);
                current = CloudComputerEvolution.Evolve(current, fact);
            }
        }
    }

    /// <summary>When the computer's operation is to be asked about; null when its machine is idle.</summary>
    public static DateTimeOffset? OperationDueAt(CloudComputer computer) => computer.Operation?.FirstPollAt;

    /// <summary>When something is to be done about the pending update; null when nothing is. A waiting one is also looked at by the connection checks.</summary>
    public static DateTimeOffset? UpdateDueAt(CloudComputer computer) => computer.PendingUpdate switch
    {
        null or { IsRunning: true } or { State: PendingUpdateState.Offered } => null,
        { IsAtOnce: true } update => update.AcceptedAt ?? update.RequestedAt,
        { Snapshot: UpdateSnapshot.Pending, State: PendingUpdateState.Scheduled } update => update.SnapshotDueAt,
        { Snapshot: UpdateSnapshot.Failed } update => update.SnapshotRetryAt < update.ClosesAt ? update.SnapshotRetryAt : update.ClosesAt,
        { State: PendingUpdateState.Scheduled } update => update.OpensAt,
        var update => update.ClosesAt,
    };

    private static CloudComputerEvent? EndOperation(CloudComputer computer, MachineReport? report, UpdatePolicy policy, DateTimeOffset now)
    {
        if (computer.Operation is not { } operation)
        {
            return null;
        }

        var answer = report?.OperationId == operation.Id ? report : null;
        return answer?.State switch
        {
            MachineReportState.Succeeded => Succeed(computer, operation, answer.EndedAt ?? now, now),
            MachineReportState.Failed => Fail(operation, answer.Error ?? "The machine gave no reason.", answer.EndedAt ?? now, policy, now),
            _ when now >= operation.DeadlineAt =>
                Fail(operation, $"The machine gave no answer until {operation.DeadlineAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}.", now, policy, now),
            _ => null,
        };
    }

    // Some operations are asked for the sake of another, which follows.
    private static OperationStarted? GoOn(CloudComputer before, CloudComputer after, CloudComputerEvent? ended, DateTimeOffset now) => ended switch
    {
        OperationSucceeded { Operation.RestoreAfterwards: { } snapshot } =>
            new(now, after.NextOperation(MachineOperationKind.Restoring, now) with { SnapshotId = snapshot }),
        UpdateSucceeded when before.PendingUpdate?.StateAfterwards is StateAfterwards.Stopped =>
            new(now, after.NextOperation(MachineOperationKind.Stopping, now)),
        _ => null,
    };

    private static CloudComputerEvent Succeed(CloudComputer computer, MachineOperation operation, DateTimeOffset endedAt, DateTimeOffset now) =>
        operation.Kind switch
        {
            MachineOperationKind.Updating => new UpdateSucceeded(now, UpdateOf(operation), endedAt),
            MachineOperationKind.Snapshotting => SnapshotRules.Complete(computer, operation, endedAt, now),
            _ => new OperationSucceeded(now, operation),
        };

    private static CloudComputerEvent Fail(
        MachineOperation operation, string error, DateTimeOffset endedAt, UpdatePolicy policy, DateTimeOffset now) => operation.Kind switch
        {
            MachineOperationKind.Updating => new UpdateFailed(now, UpdateOf(operation), endedAt, error),
            MachineOperationKind.Snapshotting => new SnapshotFailed(
                now, operation.SnapshotId ?? default, error, now + policy.ConnectionCheckInterval),
            _ => new OperationFailed(now, operation, error),
        };

    private static UpdateMissed? CloseWindow(CloudComputer computer, DateTimeOffset now) =>
        computer.PendingUpdate is { IsRunning: false, ClosesAt: { } closesAt } update && now >= closesAt
            ? new UpdateMissed(now, update.UpdateId, update.Reason ?? UpdateRules.StartObstacle(computer) ?? RejectionCode.WindowClosed)
            : null;

    private static SnapshotStarted? TakeSnapshot(CloudComputer computer, DateTimeOffset now)
    {
        var due = computer.PendingUpdate switch
        {
            { OpensAt: null } or null => false,
            { Snapshot: UpdateSnapshot.Pending } update => now >= update.SnapshotDueAt,
            { Snapshot: UpdateSnapshot.Failed } update => now >= update.SnapshotRetryAt,
            _ => false,
        };
        return due && SnapshotRules.CanSnapshot(computer)
            ? new SnapshotStarted(now, computer.NextSnapshotting(null, computer.PendingUpdate!.UpdateId, now))
            : null;
    }

    private static CloudComputerEvent? StartUpdate(CloudComputer computer, DateTimeOffset now)
    {
        if (computer.PendingUpdate is not { IsRunning: false } update || update.State is PendingUpdateState.Offered)
        {
            return null;
        }

        if (update.IsAtOnce)
        {
            return StartAtOnce(computer, update, now);
        }

        if (now < update.OpensAt)
        {
            return null;
        }

        var decision = UpdateRules.Start(computer, now);
        return decision.Rejection?.Code switch
        {
            null => decision.Events[0],

            // After the last start the clock is not the reason; what stood against it before is.
            RejectionCode.WindowTooShort when update.Reason is not null => null,
            var reason => reason == update.Reason && update.State is PendingUpdateState.Waiting
                ? null
                : new UpdateDelayed(now, update.UpdateId, reason.Value),
        };
    }

    // An update for now is not kept for later: it starts when its snapshot is there, or it is missed (R14).
    private static CloudComputerEvent? StartAtOnce(CloudComputer computer, PendingUpdate update, DateTimeOffset now)
    {
        if (update.Snapshot is UpdateSnapshot.Creating)
        {
            return null;
        }

        var decision = UpdateRules.Start(computer, now);
        return decision.Rejection?.Code switch
        {
            null => decision.Events[0],
            _ when update.Snapshot is UpdateSnapshot.Failed => new UpdateMissed(now, update.UpdateId, RejectionCode.SnapshotFailed),
            var reason => new UpdateMissed(now, update.UpdateId, reason.Value),
        };
    }

    private static UpdateId UpdateOf(MachineOperation operation) =>
        operation.UpdateId ?? throw new InvalidOperationException($"{operation} updates without an update.");
}
