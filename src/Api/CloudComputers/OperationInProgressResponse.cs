using Wuying.Domain.CloudComputers;

namespace Wuying.Api.CloudComputers;

/// <summary>What a computer's machine is busy with.</summary>
public sealed record OperationInProgressResponse(MachineOperationKind Kind, DateTimeOffset StartedAt, DateTimeOffset EndsAt);
