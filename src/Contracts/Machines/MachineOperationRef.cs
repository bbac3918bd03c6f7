using Wuying.Domain.CloudComputers;

namespace Wuying.Contracts.Machines;

/// <summary>What the port needs to know to find an operation again.</summary>
/// <param name="OwnerId">The computer or image.</param>
/// <param name="OperationId">The operation.</param>
/// <param name="Kind">What it does; null for an image update.</param>
/// <param name="StartedAt">When it was asked for.</param>
public sealed record MachineOperationRef(
    string OwnerId,
    string OperationId,
    MachineOperationKind? Kind,
    DateTimeOffset StartedAt)
{
    /// <summary>When a computer's operation counts as failed without an answer (R28).</summary>
    public DateTimeOffset? DeadlineAt => Kind is { } kind ? MachineOperationTimes.Of(kind).DeadlineOf(StartedAt) : null;

    /// <summary>The running operation of a computer; null when there is none.</summary>
    public static MachineOperationRef? Of(CloudComputer computer) => computer.Operation is { } operation
        ? new(computer.Id.Value, operation.Id, operation.Kind, operation.StartedAt)
        : null;
}
