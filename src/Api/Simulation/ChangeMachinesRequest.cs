using System.ComponentModel.DataAnnotations;
using Wuying.Contracts.Simulation;

namespace Wuying.Api.Simulation;

/// <summary>Changes what the simulated machines do; what is not given stays.</summary>
public sealed record ChangeMachinesRequest
{
    /// <summary>What happens by chance follows from it.</summary>
    [Range(int.MinValue, int.MaxValue)]
    public int? Seed { get; init; }

    /// <summary>How many updates fail and leave their computer faulted (R25).</summary>
    [Range(0.0, 1.0)]
    public double? UpdateFailureRate { get; init; }

    /// <summary>How many snapshots cannot be made (R19).</summary>
    [Range(0.0, 1.0)]
    public double? SnapshotFailureRate { get; init; }

    /// <summary>How many restores fail.</summary>
    [Range(0.0, 1.0)]
    public double? RestoreFailureRate { get; init; }

    /// <summary>How many starts, stops and restarts fail.</summary>
    [Range(0.0, 1.0)]
    public double? PowerFailureRate { get; init; }

    /// <summary>How many updates of custom images fail (R11).</summary>
    [Range(0.0, 1.0)]
    public double? ImageUpdateFailureRate { get; init; }

    /// <summary>How many operations of any kind are never heard of again, until their deadline (R28).</summary>
    [Range(0.0, 1.0)]
    public double? SilenceRate { get; init; }

    internal MachineSettingsChange ToChange() => new()
    {
        Seed = Seed,
        UpdateFailureRate = UpdateFailureRate,
        SnapshotFailureRate = SnapshotFailureRate,
        RestoreFailureRate = RestoreFailureRate,
        PowerFailureRate = PowerFailureRate,
        ImageUpdateFailureRate = ImageUpdateFailureRate,
        SilenceRate = SilenceRate,
    };
}
