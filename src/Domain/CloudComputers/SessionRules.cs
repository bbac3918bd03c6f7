using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;

namespace Wuying.Domain.CloudComputers;

/// <summary>Who may connect, and when (R9, R12).</summary>
public static class SessionRules
{
    /// <summary>A user connects: only one who is assigned, only to a running computer, never during an update.</summary>
    public static Decision<CloudComputerEvent> Connect(CloudComputer computer, UserId user, DateTimeOffset now) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => Refuse(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { Session: { } session } when session.UserId == user => Decision<CloudComputerEvent>.Unchanged,
        _ when !computer.AssignedUserIds.Contains(user) =>
            Refuse(RejectionCode.NotEntitled, $"{user} is not assigned to {computer.Id}."),
        { Status: CloudComputerStatus.Updating, Operation: { } operation } => Refuse(
            RejectionCode.UpdateInProgress, $"{computer.Id} is being updated until {operation.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        { PendingUpdate: { IsAtOnce: true, AcceptedAt: { } accepted } } => Refuse(
            RejectionCode.UpdateInProgress, $"{computer.Id} is about to be updated, until about {LatestEnd(accepted).UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        { Status: CloudComputerStatus.Starting or CloudComputerStatus.Stopping or CloudComputerStatus.Restarting
            or CloudComputerStatus.Restoring or CloudComputerStatus.Creating } =>
            Refuse(RejectionCode.ComputerBusy, $"{computer.Id} is {computer.Status.ToString().ToLowerInvariant()}."),
        { Status: not CloudComputerStatus.Running } =>
            Refuse(RejectionCode.ComputerNotRunning, $"{computer.Id} is {computer.Status.ToString().ToLowerInvariant()}, not running."),
        { Session: { } session } => Refuse(RejectionCode.ComputerConnected, $"{session.UserId} is connected to {computer.Id}."),
        _ => Decision<CloudComputerEvent>.Accept(new UserConnected(now, user)),
    };

    /// <summary>A user disconnects; asking for it twice is success.</summary>
    public static Decision<CloudComputerEvent> Disconnect(CloudComputer computer, UserId user, DateTimeOffset now) =>
        computer.Session?.UserId == user
            ? Decision<CloudComputerEvent>.Accept(new UserDisconnected(now, user))
            : Decision<CloudComputerEvent>.Unchanged;

    private static DateTimeOffset LatestEnd(DateTimeOffset accepted) =>
        accepted + MachineOperationTimes.Of(MachineOperationKind.Snapshotting).Longest + MachineOperationTimes.Of(MachineOperationKind.Updating).Longest;

    private static Decision<CloudComputerEvent> Refuse(RejectionCode code, string message) =>
        Decision<CloudComputerEvent>.Reject(code, message);
}
