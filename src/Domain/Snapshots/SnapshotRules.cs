using System.Collections.Immutable;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Domain.Snapshots;

/// <summary>Making snapshots and going back to them (R18, R26, R27).</summary>
public static class SnapshotRules
{
    /// <summary>Makes a snapshot by hand. The computer can be used meanwhile.</summary>
    public static Decision<CloudComputerEvent> Create(CloudComputer computer, string name, DateTimeOffset now) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => Refuse(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { Status: CloudComputerStatus.Updating } => Refuse(RejectionCode.UpdateInProgress, $"{computer.Id} is being updated."),
        _ when !CanSnapshot(computer) => Refuse(RejectionCode.ComputerBusy, $"{computer.Id} is busy: {computer.Status.ToString().ToLowerInvariant()}."),
        _ => Decision<CloudComputerEvent>.Accept(new SnapshotStarted(now, computer.NextSnapshotting(name, forUpdate: null, now))),
    };

    /// <summary>Goes back to a snapshot: a stopped or faulted computer only, unless a running one may be stopped for it (R26).</summary>
    public static Decision<CloudComputerEvent> Restore(CloudComputer computer, SnapshotId snapshot, bool stopFirst, DateTimeOffset now) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => Refuse(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { Operation: { Kind: MachineOperationKind.Restoring } operation } when operation.SnapshotId == snapshot =>
            Decision<CloudComputerEvent>.Unchanged,
        { Operation.RestoreAfterwards: { } wanted } when wanted == snapshot => Decision<CloudComputerEvent>.Unchanged,
        _ when computer.Snapshots.All(held => held.Id != snapshot) =>
            Refuse(RejectionCode.SnapshotNotFound, $"{computer.Id} has no snapshot {snapshot}."),
        { Status: CloudComputerStatus.Updating } => Refuse(RejectionCode.UpdateInProgress, $"{computer.Id} is being updated."),
        { Operation: not null } => Refuse(RejectionCode.ComputerBusy, $"{computer.Id} is busy; ask again when that has ended."),
        { Status: CloudComputerStatus.Running } when stopFirst => Decision<CloudComputerEvent>.Accept(
            [.. PowerRules.EndSession(computer, now), new OperationStarted(
                now, computer.NextOperation(MachineOperationKind.Stopping, now) with { RestoreAfterwards = snapshot })]),
        { Status: not (CloudComputerStatus.Stopped or CloudComputerStatus.Faulted) } =>
            Refuse(RejectionCode.ComputerNotStopped, $"{computer.Id} must be stopped first; stopFirst does both."),
        _ => Decision<CloudComputerEvent>.Accept(new OperationStarted(
            now, computer.NextOperation(MachineOperationKind.Restoring, now) with { SnapshotId = snapshot })),
    };

    /// <summary>Deletes a snapshot; never one that an update or a restore needs (R27).</summary>
    public static Decision<CloudComputerEvent> Delete(CloudComputer computer, SnapshotId snapshot, DateTimeOffset now) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => Refuse(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        _ when computer.Snapshots.All(held => held.Id != snapshot) =>
            Refuse(RejectionCode.SnapshotNotFound, $"{computer.Id} has no snapshot {snapshot}."),
        { PendingUpdate.SnapshotId: { } needed } when needed == snapshot =>
            Refuse(RejectionCode.ComputerBusy, $"{snapshot} is what the pending update of {computer.Id} can be undone with."),
        { Operation.Kind: MachineOperationKind.Restoring, Operation.SnapshotId: { } needed } when needed == snapshot =>
            Refuse(RejectionCode.ComputerBusy, $"{computer.Id} is going back to {snapshot}."),
        { Operation.RestoreAfterwards: { } needed } when needed == snapshot =>
            Refuse(RejectionCode.ComputerBusy, $"{computer.Id} is going back to {snapshot}."),
        _ => Decision<CloudComputerEvent>.Accept(new SnapshotDeleted(now, snapshot)),
    };

    /// <summary>True when the machine is free to make a snapshot.</summary>
    public static bool CanSnapshot(CloudComputer computer) =>
        computer.Operation is null && computer.Status is not (CloudComputerStatus.Deleted or CloudComputerStatus.Creating);

    /// <summary>The facts when a snapshot is complete: it is kept, and others make room (R27).</summary>
    public static SnapshotCompleted Complete(CloudComputer computer, MachineOperation operation, DateTimeOffset endedAt, DateTimeOffset now)
    {
        var snapshot = new Snapshot(
            operation.SnapshotId ?? throw new InvalidOperationException($"{operation} makes no snapshot."),
            operation.SnapshotName ?? operation.UpdateId?.Value ?? operation.Id,
            endedAt,
            IsAutomatic: operation.UpdateId is not null,
            computer.CurrentVersion,
            computer.Status is CloudComputerStatus.Running ? CloudComputerStatus.Running : CloudComputerStatus.Stopped);
        var inUse = operation.UpdateId is { } served && served == computer.PendingUpdate?.UpdateId ? snapshot.Id : computer.PendingUpdate?.SnapshotId;
        ImmutableArray<Snapshot> all = [.. computer.Snapshots, snapshot];
        return new SnapshotCompleted(now, snapshot, SnapshotRetention.ToRemove(all, inUse));
    }

    private static Decision<CloudComputerEvent> Refuse(RejectionCode code, string message) =>
        Decision<CloudComputerEvent>.Reject(code, message);
}
