using System.Collections.Immutable;
using Wuying.Domain.Decisions;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>How a computer becomes known: imported from a real fleet, or made from an image.</summary>
public static class RegistrationRules
{
    private const string UpdateLost = "Its update was running elsewhere; how that ended is not known here.";

    /// <summary>Takes in what an import says. The same row again changes nothing, whatever happened since (R32).</summary>
    /// <param name="known">The computer as it is known; null when it is new.</param>
    /// <param name="told">The computer as the row tells it, with <see cref="CloudComputer.ImportFingerprint"/>.</param>
    /// <param name="now">The instant.</param>
    public static Decision<CloudComputerEvent> Import(CloudComputer? known, CloudComputer told, DateTimeOffset now)
    {
        if (known is null)
        {
            return Decision<CloudComputerEvent>.Accept(Register(told, now));
        }

        if (known.ImportFingerprint == told.ImportFingerprint && known.Status is not CloudComputerStatus.Deleted)
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        return known switch
        {
            _ when known.RegionId != told.RegionId =>
                Decision<CloudComputerEvent>.Reject(RejectionCode.InvalidRequest, $"{known.Id} is in region {known.RegionId}."),
            { Status: CloudComputerStatus.Deleted } =>
                Decision<CloudComputerEvent>.Accept(Register(WithoutUpdate(told) with { NextNumber = Math.Max(known.NextNumber, told.NextNumber) }, now)),
            { Operation: not null } =>
                Decision<CloudComputerEvent>.Reject(RejectionCode.ComputerBusy, $"{known.Id} is {known.Status.ToString().ToLowerInvariant()}; import it when that has ended."),
            _ => Decision<CloudComputerEvent>.Accept(new ComputerReimported(now, WithOperation(Merge(known, told), now))),
        };
    }

    /// <summary>Takes in a computer that is new; one that is known, or was, is left as it is.</summary>
    public static Decision<CloudComputerEvent> Add(CloudComputer? known, CloudComputer told, DateTimeOffset now) => known is null
        ? Import(known, told, now)
        : Decision<CloudComputerEvent>.Unchanged;

    /// <summary>Makes a computer from an image; one that was made already is left as it is.</summary>
    public static Decision<CloudComputerEvent> Create(CloudComputer? known, CloudComputer wanted, CustomImage from, DateTimeOffset now) => known is not null
        ? Decision<CloudComputerEvent>.Unchanged
        : Decision<CloudComputerEvent>.Accept(new ComputerRegistered(now, WithOperation(
            wanted with
            {
                Status = CloudComputerStatus.Creating,
                ImageId = from.Id,
                ImageType = from.Type,
                CurrentVersion = from.CurrentVersion,
                UsesOutdatedImage = from.Status is ImageStatus.Updating,
            },
            now)));

    // What was decided and begun where the row comes from still stands; what cannot be followed any more ends here, with a reason.
    private static ImmutableArray<CloudComputerEvent> Register(CloudComputer row, DateTimeOffset now)
    {
        var told = row is { Status: CloudComputerStatus.Updating, PendingUpdate: null } ? WithoutUpdate(row) : row;
        var isFollowed = IsFollowed(told);
        var registered = new ComputerRegistered(now, WithOperation(told with
        {
            PendingUpdate = WithSnapshot(told, isFollowed, now),
            NextNumber = Math.Max(told.NextNumber, CloudComputerIds.NextNumberAfter(told)),
        }, now));
        ImmutableArray<CloudComputerEvent> facts = [registered, .. EndRestore(registered.Computer, isFollowed, now)];
        return [.. facts, .. EndUpdate(CloudComputerEvolution.Evolve(null, facts), isFollowed, now)];
    }

    // The machine is asked under the operation's own id, which has no second effect there, and its deadline stands (R28).
    private static bool IsFollowed(CloudComputer told) => told.Operation switch
    {
        null => false,
        { Kind: MachineOperationKind.Starting } => told.Status is CloudComputerStatus.Starting or CloudComputerStatus.Creating,
        { Kind: MachineOperationKind.Stopping, RestoreAfterwards: var next } =>
            told.Status is CloudComputerStatus.Stopping && (next is null || told.Snapshots.Any(snapshot => snapshot.Id == next)),
        { Kind: MachineOperationKind.Restarting } => told.Status is CloudComputerStatus.Restarting,
        { Kind: MachineOperationKind.Restoring, SnapshotId: var wanted } =>
            told.Status is CloudComputerStatus.Restoring && told.Snapshots.Any(snapshot => snapshot.Id == wanted),
        { Kind: MachineOperationKind.Snapshotting } operation =>
            operation.SnapshotId is not null && SnapshotRules.CanSnapshot(told with { Operation = null }) && !IsBusy(told.Status),
        { Kind: MachineOperationKind.Updating } operation => told.PendingUpdate is { IsRunning: true } update && update.UpdateId == operation.UpdateId,
        _ => false,
    };

    private static bool IsBusy(CloudComputerStatus status) => status is CloudComputerStatus.Starting or CloudComputerStatus.Stopping
        or CloudComputerStatus.Restarting or CloudComputerStatus.Restoring or CloudComputerStatus.Updating;

    // A snapshot that cannot be followed or is not there is made anew.
    private static PendingUpdate? WithSnapshot(CloudComputer told, bool isFollowed, DateTimeOffset now) => told.PendingUpdate switch
    {
        { Snapshot: UpdateSnapshot.Creating } update when !(isFollowed && told.Operation!.UpdateId == update.UpdateId) =>
            update with { Snapshot = UpdateSnapshot.Pending },
        { Snapshot: UpdateSnapshot.Ready } update when told.Snapshots.All(snapshot => snapshot.Id != update.SnapshotId) =>
            update with { Snapshot = UpdateSnapshot.Pending, SnapshotId = null },
        { Snapshot: UpdateSnapshot.Failed, SnapshotRetryAt: null } update => update with { SnapshotRetryAt = now },
        var update => update,
    };

    private static ImmutableArray<CloudComputerEvent> EndRestore(CloudComputer computer, bool isFollowed, DateTimeOffset now) =>
        computer is { Status: CloudComputerStatus.Restoring, Operation: { } operation } && !isFollowed
            ? [new OperationFailed(now, operation, "It was being restored elsewhere; how that ended is not known here.")]
            : [];

    // An update for now is not kept for later (R14).
    private static ImmutableArray<CloudComputerEvent> EndUpdate(CloudComputer computer, bool isFollowed, DateTimeOffset now) => computer.PendingUpdate switch
    {
        { IsRunning: true } update => isFollowed ? [] : [new UpdateFailed(now, update.UpdateId, now, UpdateLost)],
        { IsAtOnce: true, Snapshot: not UpdateSnapshot.Creating } update => [new UpdateMissed(now, update.UpdateId, update.Reason ?? RejectionCode.SnapshotMissing)],
        { ClosesAt: { } closesAt } update when now >= closesAt =>
            [new UpdateMissed(now, update.UpdateId, update.Reason ?? UpdateRules.StartObstacle(computer) ?? RejectionCode.WindowClosed)],
        _ => [],
    };

    // What was cancelled when the computer was deleted stays cancelled, and its ids are given out anew.
    private static CloudComputer WithoutUpdate(CloudComputer told) => told with
    {
        PendingUpdate = null,
        Operation = null,
        Status = told.Status is CloudComputerStatus.Updating ? CloudComputerStatus.Faulted : told.Status,
        FaultReason = told.Status is CloudComputerStatus.Updating ? UpdateLost : told.FaultReason,
    };

    // A row that tells of an update or a restore tells nothing about the machine that stands here.
    private static CloudComputer Merge(CloudComputer known, CloudComputer told)
    {
        var isElsewhere = told.Status is CloudComputerStatus.Updating or CloudComputerStatus.Restoring;
        var status = isElsewhere ? known.Status : told.Status;
        return known with
        {
            Name = told.Name,
            OfficeNetworkId = told.OfficeNetworkId,
            ImageId = told.ImageId,
            ImageType = told.ImageType,
            CurrentVersion = told.CurrentVersion,
            Status = status,
            Session = isElsewhere ? known.Session : told.Session,
            AssignedUserIds = told.AssignedUserIds,
            // A row without tags tells nothing of them.
            Tags = told.Tags.IsEmpty ? known.Tags : told.Tags,
            UsesOutdatedImage = told.UsesOutdatedImage,
            ImportFingerprint = told.ImportFingerprint,
            FaultReason = status is CloudComputerStatus.Faulted ? told.FaultReason ?? known.FaultReason : null,
        };
    }

    // A state that is not final has an operation behind it, and with it a deadline (R28).
    private static CloudComputer WithOperation(CloudComputer computer, DateTimeOffset now)
    {
        MachineOperationKind? kind = computer.Status switch
        {
            _ when IsFollowed(computer) => null,
            CloudComputerStatus.Creating or CloudComputerStatus.Starting => MachineOperationKind.Starting,
            CloudComputerStatus.Stopping => MachineOperationKind.Stopping,
            CloudComputerStatus.Restarting => MachineOperationKind.Restarting,
            CloudComputerStatus.Restoring => MachineOperationKind.Restoring,
            CloudComputerStatus.Updating => MachineOperationKind.Updating,
            _ => null,
        };
        return kind is null
            ? IsFollowed(computer) ? computer : computer with { Operation = null }
            : computer with { Operation = computer.NextOperation(kind.Value, now) with { UpdateId = kind is MachineOperationKind.Updating ? computer.PendingUpdate?.UpdateId : null }, NextNumber = computer.NextNumber + 1 };
    }
}
