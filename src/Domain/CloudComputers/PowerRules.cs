using System.Collections.Immutable;
using Wuying.Domain.Decisions;

namespace Wuying.Domain.CloudComputers;

/// <summary>Starting, stopping, restarting and deleting a computer.</summary>
public static class PowerRules
{
    /// <summary>Decides about a power command; refused while another operation runs.</summary>
    public static Decision<CloudComputerEvent> Apply(CloudComputer computer, PowerCommand command, DateTimeOffset now)
    {
        if (WhyBusy(computer, command) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        return (command, computer.Status) switch
        {
            (PowerCommand.Start, CloudComputerStatus.Running or CloudComputerStatus.Starting) => Decision<CloudComputerEvent>.Unchanged,
            (PowerCommand.Start, CloudComputerStatus.Stopped) => Begin(computer, MachineOperationKind.Starting, now),
            (PowerCommand.Stop, CloudComputerStatus.Stopped or CloudComputerStatus.Stopping) => Decision<CloudComputerEvent>.Unchanged,
            (PowerCommand.Stop, CloudComputerStatus.Running) => Begin(computer, MachineOperationKind.Stopping, now),
            (PowerCommand.Restart, CloudComputerStatus.Running) => Begin(computer, MachineOperationKind.Restarting, now),
            (PowerCommand.Start, _) => Refuse(computer, RejectionCode.ComputerNotStopped),
            _ => Refuse(computer, RejectionCode.ComputerNotRunning),
        };
    }

    /// <summary>Deletes a computer, and with it its pending update; refused while its machine is busy.</summary>
    public static Decision<CloudComputerEvent> Delete(CloudComputer computer, DateTimeOffset now)
    {
        if (computer.Status is CloudComputerStatus.Deleted)
        {
            return Decision<CloudComputerEvent>.Unchanged;
        }

        if (WhyBusy(computer, PowerCommand.Unspecified) is { } rejection)
        {
            return Decision<CloudComputerEvent>.Reject(rejection);
        }

        ImmutableArray<CloudComputerEvent> cancelled =
            computer.PendingUpdate is { } update ? [new UpdateCancelled(now, update.UpdateId)] : [];
        return Decision<CloudComputerEvent>.Accept([.. cancelled, .. EndSession(computer, now), new ComputerDeleted(now)]);
    }

    private static Rejection? WhyBusy(CloudComputer computer, PowerCommand command) => computer switch
    {
        { Status: CloudComputerStatus.Deleted } => new(RejectionCode.ComputerNotFound, $"{computer.Id} is deleted."),
        { Status: CloudComputerStatus.Updating, Operation: { } operation } =>
            new(RejectionCode.UpdateInProgress, $"{computer.Id} is being updated until {operation.EndsAt.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}."),
        { Operation.Kind: MachineOperationKind.Starting } when command is PowerCommand.Start => null,
        { Operation.Kind: MachineOperationKind.Stopping } when command is PowerCommand.Stop => null,
        { Operation: { } operation } =>
            new(RejectionCode.ComputerBusy, $"{computer.Id} is {operation.Kind.ToString().ToLowerInvariant()}; ask again when that has ended."),
        _ => null,
    };

    private static Decision<CloudComputerEvent> Begin(CloudComputer computer, MachineOperationKind kind, DateTimeOffset now) =>
        Decision<CloudComputerEvent>.Accept([.. EndSession(computer, now), new OperationStarted(now, computer.NextOperation(kind, now))]);

    internal static ImmutableArray<CloudComputerEvent> EndSession(CloudComputer computer, DateTimeOffset now) =>
        computer.Session is { } session ? [new UserDisconnected(now, session.UserId)] : [];

    private static Decision<CloudComputerEvent> Refuse(CloudComputer computer, RejectionCode code) =>
        Decision<CloudComputerEvent>.Reject(code, $"{computer.Id} is {computer.Status.ToString().ToLowerInvariant()}.");
}
