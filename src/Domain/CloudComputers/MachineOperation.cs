using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>The one operation that a computer's machine is busy with.</summary>
[GenerateSerializer, Immutable, Alias("wuying.machine-operation")]
public sealed record MachineOperation
{
    /// <summary>Names the operation to the machine; asking again with the same id has no second effect.</summary>
    [Id(0)] public required string Id { get; init; }

    /// <summary>What it does.</summary>
    [Id(1)] public required MachineOperationKind Kind { get; init; }

    /// <summary>When it was asked for.</summary>
    [Id(2)] public required DateTimeOffset StartedAt { get; init; }

    /// <summary>The update it serves, if any.</summary>
    [Id(3)] public UpdateId? UpdateId { get; init; }

    /// <summary>The snapshot being made or restored, if any.</summary>
    [Id(4)] public SnapshotId? SnapshotId { get; init; }

    /// <summary>The name of the snapshot being made.</summary>
    [Id(5)] public string? SnapshotName { get; init; }

    /// <summary>The snapshot to go back to once the computer is down (R26); null when it just goes down.</summary>
    [Id(6)] public SnapshotId? RestoreAfterwards { get; init; }

    /// <summary>When it has certainly ended if all goes well; what a waiting user is told (R9).</summary>
    public DateTimeOffset EndsAt => StartedAt + MachineOperationTimes.Of(Kind).Longest;

    /// <summary>When to ask the machine for the first time whether it is done.</summary>
    public DateTimeOffset FirstPollAt => StartedAt + MachineOperationTimes.Of(Kind).Shortest;

    /// <summary>When it counts as failed without an answer (R28).</summary>
    public DateTimeOffset DeadlineAt => MachineOperationTimes.Of(Kind).DeadlineOf(StartedAt);
}
