namespace Wuying.Contracts.Machines;

/// <summary>What the port needs to know to find an operation again.</summary>
/// <param name="OwnerId">The computer or image.</param>
/// <param name="OperationId">The operation.</param>
/// <param name="Kind">What it does; null for an image update.</param>
/// <param name="StartedAt">When it was asked for.</param>
public sealed record MachineOperationRef(
    string OwnerId,
    string OperationId,
    Domain.CloudComputers.MachineOperationKind? Kind,
    DateTimeOffset StartedAt);
