using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;

namespace Wuying.Api.CloudComputers;

/// <summary>From the domain's computer to the API's.</summary>
internal static class CloudComputerMapping
{
    public static ComputerResponse ToResponse(this CloudComputer computer) => new(
        computer.Id.Value,
        computer.Name,
        computer.RegionId.Value,
        computer.OfficeNetworkId,
        computer.ImageId.Value,
        computer.ImageType,
        computer.CurrentVersion.Number,
        computer.Status,
        computer.IsConnected ? ConnectionState.Connected : ConnectionState.Disconnected,
        computer.Session?.UserId.Value,
        [.. computer.AssignedUserIds.Select(user => user.Value)],
        computer.UsesOutdatedImage,
        computer.Tags.ToDictionary(tag => tag.Key, tag => tag.Value, StringComparer.Ordinal),
        computer.PendingUpdate?.ToResponse(),
        computer.Operation?.ToResponse(),
        computer.LastUpdate?.ToResponse());

    public static PendingUpdateResponse ToResponse(this PendingUpdate update) => new(
        update.UpdateId.Value,
        update.Version.Number,
        update.Method,
        update.Date,
        update.Window?.StartsAt,
        update.Window?.EndsAt,
        update.OpensAt is null ? null : update.SnapshotLeadHours,
        update.Snapshot is UpdateSnapshot.NotWanted ? null : update.Snapshot,
        update.State,
        update.Reason,
        update.RequestedBy,
        update.RequestedAt)
    {
        AcceptedAt = update.AcceptedAt,
        AcceptedBy = update.AcceptedBy?.Value,
        StartsAt = update.StartsAt,
        StateAfterwards = update.StateAfterwards,
    };

    public static OperationInProgressResponse ToResponse(this MachineOperation operation) =>
        new(operation.Kind, operation.StartedAt, operation.EndsAt);

    private static LastUpdateResponse ToResponse(this LastUpdate update) => new(
        update.UpdateId.Value,
        update.Version.Number,
        update.FromVersion.Number,
        update.Outcome,
        update.Reason,
        update.StartedAt,
        update.FinishedAt,
        update.SnapshotId?.Value);
}
