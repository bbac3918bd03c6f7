namespace Wuying.Simulation.Demo;

/// <summary>What came of a request for more simulated computers.</summary>
/// <param name="RequestId">Names the request.</param>
/// <param name="Added">How many were added.</param>
[GenerateSerializer, Immutable, Alias("wuying.finished-growth")]
internal sealed record FinishedGrowth(
    [property: Id(0)] string RequestId,
    [property: Id(1)] int Added);
