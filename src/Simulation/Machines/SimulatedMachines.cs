using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Wuying.Contracts.Machines;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;

namespace Wuying.Simulation.Machines;

/// <summary>Machines whose durations and outcomes follow from the seed and the operation's id. They remember nothing, so they survive any crash, and asking them twice cannot have a second effect.</summary>
internal sealed class SimulatedMachines(
    [FromKeyedServices(TimeProviderNames.Grains)] TimeProvider clock,
    IOptions<SimulationOptions> options) : IMachines
{
    public Task BeginAsync(CloudComputer computer, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task BeginImageUpdateAsync(CustomImage image, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ImmutableArray<MachineReport>> PollAsync(ImmutableArray<MachineOperationRef> operations, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return Task.FromResult(operations.Select(operation => ReportOn(operation, now)).ToImmutableArray());
    }

    private MachineReport ReportOn(MachineOperationRef operation, DateTimeOffset now)
    {
        var settings = options.Value;
        var endedAt = operation.StartedAt + DurationOf(operation);
        if (now < endedAt || Draw(operation, "silence") < settings.SilenceRate)
        {
            return new MachineReport(operation.OperationId, MachineReportState.Running, null, null);
        }

        return Draw(operation, "failure") < FailureRate(settings, operation.Kind)
            ? new MachineReport(operation.OperationId, MachineReportState.Failed, endedAt, "The simulated machine failed.")
            : new MachineReport(operation.OperationId, MachineReportState.Succeeded, endedAt, null);
    }

    private TimeSpan DurationOf(MachineOperationRef operation)
    {
        if (operation.Kind is not { } kind)
        {
            return ImageUpdate.Duration;
        }

        var times = MachineOperationTimes.Of(kind);
        var spread = (times.Longest - times.Shortest) * Draw(operation, "duration");
        return times.Shortest + TimeSpan.FromSeconds(Math.Floor(spread.TotalSeconds));
    }

    private double Draw(MachineOperationRef operation, string purpose) => Chance.Draw(options.Value.Seed, operation.OperationId, purpose);

    private static double FailureRate(SimulationOptions settings, MachineOperationKind? kind) => kind switch
    {
        null => settings.ImageUpdateFailureRate,
        MachineOperationKind.Updating => settings.UpdateFailureRate,
        MachineOperationKind.Snapshotting => settings.SnapshotFailureRate,
        MachineOperationKind.Restoring => settings.RestoreFailureRate,
        _ => settings.PowerFailureRate,
    };
}
