using Wuying.Domain.Regions;

namespace Wuying.Simulation.Demo;

/// <summary>A request for more simulated computers, with all that they follow from: after a crash the same are made.</summary>
/// <param name="RequestId">Names the request.</param>
/// <param name="First">The number of its first computer.</param>
/// <param name="Count">How many.</param>
/// <param name="Region">Where; null for the demo fleet's regions in turn.</param>
/// <param name="Seed">Of what happens by chance.</param>
/// <param name="RequestedBy">Who asked.</param>
[GenerateSerializer, Immutable, Alias("wuying.fleet-growth")]
internal sealed record FleetGrowth(
    [property: Id(0)] string RequestId,
    [property: Id(1)] int First,
    [property: Id(2)] int Count,
    [property: Id(3)] RegionId? Region,
    [property: Id(4)] long Seed,
    [property: Id(5)] string RequestedBy);
