using System.ComponentModel.DataAnnotations;

namespace Wuying.Api.Simulation;

/// <summary>Steers a simulated clock; what is not given stays.</summary>
public sealed record SteerClockRequest
{
    /// <summary>The fastest rate.</summary>
    public const double RateMax = 1_000_000;

    /// <summary>Simulated seconds a second.</summary>
    [Range(0, RateMax)]
    public double? Rate { get; init; }

    /// <summary>Whether it stands still.</summary>
    public bool? Paused { get; init; }
}
