namespace Wuying.Domain.CloudComputers;

/// <summary>How long machines take (R13, R18, R26; "The world behind the control plane").</summary>
/// <param name="Shortest">No operation of this kind ends sooner.</param>
/// <param name="Longest">None that succeeds ends later.</param>
public readonly record struct MachineOperationTimes(TimeSpan Shortest, TimeSpan Longest)
{
    /// <summary>The times of a kind of operation.</summary>
    public static MachineOperationTimes Of(MachineOperationKind kind) => kind switch
    {
        MachineOperationKind.Updating => Minutes(10, 15),
        MachineOperationKind.Snapshotting => Minutes(2, 4),
        MachineOperationKind.Restoring => Minutes(5, 5),
        MachineOperationKind.Starting or MachineOperationKind.Stopping => Minutes(1, 1),
        MachineOperationKind.Restarting => Minutes(2, 2),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "An operation has a kind."),
    };

    /// <summary>When an operation that began at an instant counts as failed without an answer (R28).</summary>
    public DateTimeOffset DeadlineOf(DateTimeOffset startedAt) => startedAt + (2 * Longest);

    private static MachineOperationTimes Minutes(int shortest, int longest) =>
        new(TimeSpan.FromMinutes(shortest), TimeSpan.FromMinutes(longest));
}
