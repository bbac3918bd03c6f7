using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>Ids that a computer gives out. Counted, not random: an attempt repeated after a crash gets the same id and has no second effect.</summary>
internal static class CloudComputerIds
{
    public static UpdateId NextUpdateId(this CloudComputer computer) => new($"{computer.Id}-u{computer.NextNumber}");

    public static MachineOperation NextOperation(this CloudComputer computer, MachineOperationKind kind, DateTimeOffset now) => new()
    {
        Id = $"{computer.Id}-o{computer.NextNumber}",
        Kind = kind,
        StartedAt = now,
    };

    public static MachineOperation NextSnapshotting(this CloudComputer computer, string? name, UpdateId? forUpdate, DateTimeOffset now) =>
        computer.NextOperation(MachineOperationKind.Snapshotting, now) with
        {
            SnapshotId = new SnapshotId($"{computer.Id}-s{computer.NextNumber}"),
            SnapshotName = name,
            UpdateId = forUpdate,
        };
}
