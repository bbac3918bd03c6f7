using System.ComponentModel.DataAnnotations;
using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Machines;

/// <summary>What the simulated machines do until somebody changes it while the program runs. Rates are shares of all operations of a kind, drawn by the seed.</summary>
public sealed class SimulationOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string SectionName = "Simulation";

    /// <summary>Everything that happens by chance follows from it: the same seed gives the same night.</summary>
    /// <value>1 unless set.</value>
    public long Seed { get; set; } = 1;

    /// <summary>How many updates fail and leave their computer faulted (R25).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double UpdateFailureRate { get; set; }

    /// <summary>How many snapshots cannot be made (R19).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double SnapshotFailureRate { get; set; }

    /// <summary>How many restores fail.</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double RestoreFailureRate { get; set; }

    /// <summary>How many starts, stops and restarts fail.</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double PowerFailureRate { get; set; }

    /// <summary>How many updates of custom images fail (R11).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double ImageUpdateFailureRate { get; set; }

    /// <summary>How many operations of any kind are never heard of again, until their deadline (R28).</summary>
    /// <value>0 unless set; from 0 to 1.</value>
    [Range(0.0, 1.0)]
    public double SilenceRate { get; set; }

    internal MachineSettings ToSettings() => new()
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
