using System.Globalization;
using Wuying.Domain.Snapshots;
using Wuying.Domain.Updates;

namespace Wuying.Domain.CloudComputers;

/// <summary>Ids that a computer gives out. Counted, not random: an attempt repeated after a crash gets the same id and has no second effect.</summary>
public static class CloudComputerIds
{
    /// <summary>The largest number that an id may have.</summary>
    public const int NumberMax = 1_000_000_000;

    /// <summary>The number in the id of an update; null when the computer cannot have given it out.</summary>
    public static int? NumberIn(CloudComputerId computer, UpdateId id) => NumberIn(computer, "-u", id.Value);

    /// <summary>The number in the id of a snapshot; null when the computer cannot have given it out.</summary>
    public static int? NumberIn(CloudComputerId computer, SnapshotId id) => NumberIn(computer, "-s", id.Value);

    /// <summary>The number in the id of an operation; null when the computer cannot have given it out.</summary>
    public static int? NumberIn(CloudComputerId computer, string operation) => NumberIn(computer, "-o", operation);

    /// <summary>The first number that no id in a computer's record has.</summary>
    public static int NextNumberAfter(CloudComputer computer)
    {
        UpdateId?[] updates = [computer.PendingUpdate?.UpdateId, computer.LastUpdate?.UpdateId];
        SnapshotId?[] snapshots = [computer.LastUpdate?.SnapshotId, .. computer.Snapshots.Select(snapshot => (SnapshotId?)snapshot.Id)];
        var ofUpdates = updates.Select(id => id is { } update ? NumberIn(computer.Id, update) : null);
        var ofSnapshots = snapshots.Select(id => id is { } snapshot ? NumberIn(computer.Id, snapshot) : null);
        var ofOperation = computer.Operation is { } operation ? NumberIn(computer.Id, operation.Id) : null;
        return 1 + (ofUpdates.Concat(ofSnapshots).Append(ofOperation).Max() ?? 0);
    }

    internal static UpdateId NextUpdateId(this CloudComputer computer) => new($"{computer.Id}-u{computer.NextNumber}");

    internal static MachineOperation NextOperation(this CloudComputer computer, MachineOperationKind kind, DateTimeOffset now) => new()
    {
        Id = $"{computer.Id}-o{computer.NextNumber}",
        Kind = kind,
        StartedAt = now,
    };

    internal static MachineOperation NextSnapshotting(this CloudComputer computer, string? name, UpdateId? forUpdate, DateTimeOffset now) =>
        computer.NextOperation(MachineOperationKind.Snapshotting, now) with
        {
            SnapshotId = new SnapshotId($"{computer.Id}-s{computer.NextNumber}"),
            SnapshotName = name,
            UpdateId = forUpdate,
        };

    private static int? NumberIn(CloudComputerId computer, string letter, string id)
    {
        var start = computer.Value.Length + letter.Length;
        return id.Length > start && id[start] is not '0' && id.StartsWith(computer.Value, StringComparison.Ordinal)
            && id.AsSpan(computer.Value.Length).StartsWith(letter, StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(start), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= NumberMax
                ? number
                : null;
    }
}
