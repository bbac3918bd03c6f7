using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Contracts.Machines;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Simulation.Machines;

/// <summary>Machines whose durations and outcomes follow from the settings and the operation's id. They remember nothing, so they survive any crash, and asking them twice cannot have a second effect.</summary>
internal sealed class SimulatedMachines(
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    IGrainFactory grains) : IMachines
{
    public Task BeginAsync(CloudComputer computer, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task BeginImageUpdateAsync(CustomImage image, CancellationToken cancellationToken) => Task.CompletedTask;

    // What holds is asked for once, however many operations there are.
    public async Task<ImmutableArray<MachineReport>> PollAsync(ImmutableArray<MachineOperationRef> operations, CancellationToken cancellationToken)
    {
        var settings = await grains.GetGrain<ISimulatedMachinesGrain>(ISimulatedMachinesGrain.Key).GetAsync();
        var now = clock.GetUtcNow();
        return [.. operations.Select(operation => ReportOn(operation, settings, now))];
    }

    private static MachineReport ReportOn(MachineOperationRef operation, MachineSettings settings, DateTimeOffset now)
    {
        var endedAt = operation.StartedAt + DurationOf(operation, settings.Seed);
        if (now < endedAt || Draw(operation, settings.Seed, "silence") < settings.SilenceRate)
        {
            return new MachineReport(operation.OperationId, MachineReportState.Running, null, null);
        }

        return Draw(operation, settings.Seed, "failure") < FailureRate(settings, operation.Kind)
            ? new MachineReport(operation.OperationId, MachineReportState.Failed, endedAt, "The simulated machine failed.")
            : new MachineReport(operation.OperationId, MachineReportState.Succeeded, endedAt, null);
    }

    private static TimeSpan DurationOf(MachineOperationRef operation, long seed)
    {
        if (operation.Kind is not { } kind)
        {
            return ImageUpdate.Duration;
        }

        var times = MachineOperationTimes.Of(kind);
        var spread = (times.Longest - times.Shortest) * Draw(operation, seed, "duration");
        return times.Shortest + TimeSpan.FromSeconds(Math.Floor(spread.TotalSeconds));
    }

    private static double Draw(MachineOperationRef operation, long seed, string purpose) => Chance.Draw(seed, operation.OperationId, purpose);

    private static double FailureRate(MachineSettings settings, MachineOperationKind? kind) => kind switch
    {
        null => settings.ImageUpdateFailureRate,
        MachineOperationKind.Updating => settings.UpdateFailureRate,
        MachineOperationKind.Snapshotting => settings.SnapshotFailureRate,
        MachineOperationKind.Restoring => settings.RestoreFailureRate,
        _ => settings.PowerFailureRate,
    };
}
