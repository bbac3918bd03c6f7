using Orleans.Concurrency;
using Wuying.Domain.Regions;

namespace Wuying.Contracts.Simulation;

/// <summary>Makes simulated computers, and gives them their numbers. One grain, key <c>fleet</c>; called by the Api, and when a silo starts.</summary>
[Alias("wuying.ISimulatedFleetGrain")]
public interface ISimulatedFleetGrain : IGrainWithStringKey
{
    /// <summary>The only key of this grain.</summary>
    const string Key = "fleet";

    /// <summary>The most computers that are asked for at once from outside.</summary>
    const int ComputersMax = 100_000;

    /// <summary>Adds computers, numbered on from the last one there is, with the images they are made from. Whoever asks at the same time has their turn afterwards.</summary>
    /// <param name="computers">How many.</param>
    /// <param name="region">Where; null for the demo fleet's regions in turn.</param>
    /// <param name="requestId">Names the request: the same again finishes what was cut short, or has no second effect.</param>
    /// <param name="requestedBy">Who asks.</param>
    /// <returns>How many were added, once all are durable.</returns>
    [Alias("add"), ResponseTimeout("06:00:00")]
    Task<int> AddAsync(int computers, RegionId? region, string requestId, string requestedBy);

    /// <summary>Goes on with what a crash cut short; returns when nothing is left to do.</summary>
    [Alias("continue"), ResponseTimeout("06:00:00")]
    Task ContinueAsync();

    /// <summary>How far the request is that is being worked off.</summary>
    /// <returns>Null when there is none.</returns>
    [Alias("get-progress"), AlwaysInterleave]
    Task<FleetGrowthView?> GetProgressAsync();
}
