namespace Wuying.Domain.CloudComputers;

/// <summary>What a machine answers when asked about an operation.</summary>
/// <param name="OperationId">Which operation.</param>
/// <param name="State">How far it is.</param>
/// <param name="EndedAt">When it ended; null while it runs.</param>
/// <param name="Error">What went wrong, in the machine's words.</param>
[GenerateSerializer, Immutable, Alias("wuying.machine-report")]
public sealed record MachineReport(
    [property: Id(0)] string OperationId,
    [property: Id(1)] MachineReportState State,
    [property: Id(2)] DateTimeOffset? EndedAt,
    [property: Id(3)] string? Error);
