namespace Wuying.Contracts.Simulation;

/// <summary>How far a request for more simulated computers is.</summary>
/// <param name="Total">How many computers were asked for.</param>
/// <param name="Done">How many of them have had their turn.</param>
[GenerateSerializer, Immutable, Alias("wuying.fleet-growth-view")]
public sealed record FleetGrowthView(
    [property: Id(0)] int Total,
    [property: Id(1)] int Done);
