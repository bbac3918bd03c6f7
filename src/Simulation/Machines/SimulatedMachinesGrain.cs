using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;

namespace Wuying.Simulation.Machines;

/// <summary>Owns what the simulated machines do. Keeps only what was changed: whatever nobody ever changed follows the configuration.</summary>
[GrainType(GrainTypes.SimulatedMachines)]
internal sealed partial class SimulatedMachinesGrain(
    [PersistentState("machines", FleetStorage.Name)] IPersistentState<Stored<MachineSettingsChange>> stored,
    IOptions<SimulationOptions> options,
    ILogger<SimulatedMachinesGrain> logger) : Grain, ISimulatedMachinesGrain
{
    private MachineSettings? _committed;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        _committed = (stored.State.Current ?? MachineSettingsChange.None).ApplyTo(options.Value.ToSettings()).EnsureValid();
        return Task.CompletedTask;
    }

    public Task<MachineSettings> GetAsync() => Task.FromResult(_committed!);

    public async Task<MachineSettings> ChangeAsync(MachineSettingsChange change, string requestedBy)
    {
        var after = change.ApplyTo(_committed!).EnsureValid();
        if (after == _committed)
        {
            return after;
        }

        stored.State.Current = change.After(stored.State.Current ?? MachineSettingsChange.None);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }

        _committed = after;
        LogChanged(requestedBy, after);
        return after;
    }

    [LoggerMessage(LogLevel.Information, "{RequestedBy} changed what the simulated machines do: {Settings}")]
    private partial void LogChanged(string requestedBy, MachineSettings settings);
}
