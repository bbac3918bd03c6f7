namespace Wuying.Contracts.Simulation;

/// <summary>What the simulated machines do. Rates are shares, from 0 to 1, of all operations of a kind; which ones, the seed says.</summary>
[GenerateSerializer, Immutable, Alias("wuying.machine-settings")]
public sealed record MachineSettings
{
    /// <summary>What happens by chance follows from it: the same seed and rates give the same outcomes.</summary>
    [Id(0)] public required long Seed { get; init; }

    /// <summary>How many updates fail and leave their computer faulted (R25).</summary>
    [Id(1)] public required double UpdateFailureRate { get; init; }

    /// <summary>How many snapshots cannot be made (R19).</summary>
    [Id(2)] public required double SnapshotFailureRate { get; init; }

    /// <summary>How many restores fail.</summary>
    [Id(3)] public required double RestoreFailureRate { get; init; }

    /// <summary>How many starts, stops and restarts fail.</summary>
    [Id(4)] public required double PowerFailureRate { get; init; }

    /// <summary>How many updates of custom images fail (R11).</summary>
    [Id(5)] public required double ImageUpdateFailureRate { get; init; }

    /// <summary>How many operations of any kind are never heard of again, until their deadline (R28).</summary>
    [Id(6)] public required double SilenceRate { get; init; }

    /// <summary>Throws when a rate is none.</summary>
    /// <exception cref="ArgumentException">A rate is not from 0 to 1.</exception>
    public MachineSettings EnsureValid() =>
        new[] { UpdateFailureRate, SnapshotFailureRate, RestoreFailureRate, PowerFailureRate, ImageUpdateFailureRate, SilenceRate }.All(rate => rate is >= 0 and <= 1)
            ? this
            : throw new ArgumentException($"Not all rates are from 0 to 1: {this}");
}
