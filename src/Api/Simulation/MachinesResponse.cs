using Wuying.Contracts.Simulation;

namespace Wuying.Api.Simulation;

/// <summary>What the simulated machines do. Rates are shares from 0 to 1.</summary>
/// <param name="Seed">What happens by chance follows from it.</param>
/// <param name="UpdateFailureRate">How many updates fail and leave their computer faulted.</param>
/// <param name="SnapshotFailureRate">How many snapshots cannot be made.</param>
/// <param name="RestoreFailureRate">How many restores fail.</param>
/// <param name="PowerFailureRate">How many starts, stops and restarts fail.</param>
/// <param name="ImageUpdateFailureRate">How many updates of custom images fail.</param>
/// <param name="SilenceRate">How many operations of any kind are never heard of again, until their deadline.</param>
public sealed record MachinesResponse(
    long Seed,
    double UpdateFailureRate,
    double SnapshotFailureRate,
    double RestoreFailureRate,
    double PowerFailureRate,
    double ImageUpdateFailureRate,
    double SilenceRate)
{
    internal static MachinesResponse From(MachineSettings settings) => new(
        settings.Seed,
        settings.UpdateFailureRate,
        settings.SnapshotFailureRate,
        settings.RestoreFailureRate,
        settings.PowerFailureRate,
        settings.ImageUpdateFailureRate,
        settings.SilenceRate);
}
