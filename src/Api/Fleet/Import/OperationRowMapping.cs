using Wuying.Api.Fleet.Export;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Api.Fleet.Import;

/// <summary>From a machine's operation to one that is followed here under the same id.</summary>
internal static class OperationRowMapping
{
    /// <summary>What is wrong with a row, or null.</summary>
    public static string? FirstMistake(OperationRow row, OperationInternals more, CloudComputerId computer) => RowChecks.FirstMistake(
        RowChecks.Word<MachineOperationKind>("operation.kind", row.Kind),
        RowChecks.Instant("operation.startedAt", row.StartedAt),
        (CloudComputerIds.NumberIn(computer, more.OperationId ?? string.Empty) is not null, "internals.operation.operationId is no id of an operation of this computer."),
        (more.UpdateId is null || CloudComputerIds.NumberIn(computer, new UpdateId(more.UpdateId)) is not null, "internals.operation.updateId is no id of an update of this computer."),
        (more.SnapshotId is null || CloudComputerIds.NumberIn(computer, new SnapshotId(more.SnapshotId)) is not null, "internals.operation.snapshotId is no id of a snapshot of this computer."),
        more.SnapshotName is null ? (true, string.Empty) : RowChecks.Name("internals.operation.snapshotName", more.SnapshotName));

    /// <summary>The operation of a row without mistakes.</summary>
    public static MachineOperation ToOperation(OperationRow row, OperationInternals more) => new()
    {
        Id = more.OperationId!,
        Kind = RowValues.Word<MachineOperationKind>(row.Kind),
        StartedAt = RowValues.Instant(row.StartedAt),
        UpdateId = more.UpdateId is null ? null : new UpdateId(more.UpdateId),
        SnapshotId = more.SnapshotId is null ? null : new SnapshotId(more.SnapshotId),
        SnapshotName = more.SnapshotName,
        RestoreAfterwards = more.RestoreAfterwards is null ? null : new SnapshotId(more.RestoreAfterwards),
    };
}
