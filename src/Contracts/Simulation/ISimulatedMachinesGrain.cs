using Orleans.Concurrency;

namespace Wuying.Contracts.Simulation;

/// <summary>What the simulated machines of the whole service do. One grain, key <c>machines</c>; called by the Api, and by the machines whenever they are asked about their work.</summary>
[Alias("wuying.ISimulatedMachinesGrain")]
public interface ISimulatedMachinesGrain : IGrainWithStringKey
{
    /// <summary>The only key of this grain.</summary>
    const string Key = "machines";

    /// <summary>What holds now: the configuration, and over it whatever was changed since the store is there.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<MachineSettings> GetAsync();

    /// <summary>Changes settings, for good. Operations whose end the machines have not told yet follow them too.</summary>
    /// <param name="change">What is null stays.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <returns>The settings afterwards, once they are durable.</returns>
    /// <exception cref="ArgumentException">A rate is not from 0 to 1; nothing was changed.</exception>
    [Alias("change")]
    Task<MachineSettings> ChangeAsync(MachineSettingsChange change, string requestedBy);
}
