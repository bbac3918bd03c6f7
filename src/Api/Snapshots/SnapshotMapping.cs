using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Snapshots;

/// <summary>From the domain's snapshots to the API's.</summary>
internal static class SnapshotMapping
{
    public static SnapshotResponse ToResponse(this Snapshot snapshot) => new(
        snapshot.Id.Value, snapshot.Name, SnapshotState.Ready, snapshot.IsAutomatic, snapshot.Version.Number, snapshot.CreatedAt);

    /// <summary>A computer's snapshots, oldest first, and the one being made.</summary>
    public static IEnumerable<SnapshotResponse> ToSnapshots(this CloudComputer computer)
    {
        var held = computer.Snapshots.Select(ToResponse);
        return computer.Operation is { Kind: MachineOperationKind.Snapshotting, SnapshotId: { } id } operation
            ? held.Append(new(
                id.Value,
                operation.SnapshotName ?? operation.UpdateId?.Value ?? operation.Id,
                SnapshotState.Creating,
                operation.UpdateId is not null,
                computer.CurrentVersion.Number,
                null))
            : held;
    }
}
