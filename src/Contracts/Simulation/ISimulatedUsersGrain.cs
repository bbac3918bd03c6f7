namespace Wuying.Contracts.Simulation;

/// <summary>The simulated end users of one region's computers. Key: the region's id. Called at silo start; calls the end users and the computers as the Api does.</summary>
[Alias("wuying.ISimulatedUsersGrain")]
public interface ISimulatedUsersGrain : IGrainWithStringKey
{
    /// <summary>Sees to it that the users come and go; does nothing where none are simulated.</summary>
    [Alias("ensure-awake")]
    Task EnsureAwakeAsync();
}
