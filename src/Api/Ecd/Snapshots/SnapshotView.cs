using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Ecd.Snapshots;

/// <summary>A snapshot that is there, or is being made.</summary>
/// <param name="Id">Names it.</param>
/// <param name="Name">What people call it.</param>
/// <param name="IsAutomatic">True when an update asked for it.</param>
/// <param name="At">When it was complete; of one that is being made, when that began.</param>
/// <param name="EndsAt">When one that is being made is complete; null for one that is.</param>
internal sealed record SnapshotView(string Id, string Name, bool IsAutomatic, DateTimeOffset At, DateTimeOffset? EndsAt)
{
    /// <summary>A computer's, oldest first.</summary>
    public static IEnumerable<SnapshotView> Of(CloudComputer computer)
    {
        var held = computer.Snapshots.Select(snapshot => new SnapshotView(snapshot.Id.Value, snapshot.Name, snapshot.IsAutomatic, snapshot.CreatedAt, null));
        return computer.Operation is { Kind: MachineOperationKind.Snapshotting, SnapshotId: { } id } operation
            ? held.Append(new(
                id.Value, operation.SnapshotName ?? operation.UpdateId?.Value ?? operation.Id, operation.UpdateId is not null, operation.StartedAt, operation.EndsAt))
            : held;
    }
}
