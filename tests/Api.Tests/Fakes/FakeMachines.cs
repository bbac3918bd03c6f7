using Wuying.Contracts.Simulation;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeMachines : ISimulatedMachinesGrain
{
    public MachineSettings Settings { get; private set; } = new()
    {
        Seed = 1,
        UpdateFailureRate = 0.02,
        SnapshotFailureRate = 0,
        RestoreFailureRate = 0,
        PowerFailureRate = 0,
        ImageUpdateFailureRate = 0,
        SilenceRate = 0,
    };

    public string? ChangedBy { get; private set; }

    public Task<MachineSettings> GetAsync() => Task.FromResult(Settings);

    public Task<MachineSettings> ChangeAsync(MachineSettingsChange change, string requestedBy)
    {
        (Settings, ChangedBy) = (change.ApplyTo(Settings).EnsureValid(), requestedBy);
        return Task.FromResult(Settings);
    }
}
