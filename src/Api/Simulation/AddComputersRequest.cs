using System.ComponentModel.DataAnnotations;
using Wuying.Contracts.Simulation;

namespace Wuying.Api.Simulation;

/// <summary>Asks for more simulated computers.</summary>
public sealed record AddComputersRequest
{
    /// <summary>How many.</summary>
    [Required, Range(1, ISimulatedFleetGrain.ComputersMax)]
    public required int Computers { get; init; }

    /// <summary>Where; one after the other in each of the demo fleet's regions unless given.</summary>
    [StringLength(64, MinimumLength = 1)]
    public string? RegionId { get; init; }
}
