namespace Wuying.Api.Simulation;

/// <summary>What came of a request for more simulated computers.</summary>
/// <param name="Added">How many were added.</param>
/// <param name="Computers">How many the whole fleet has now.</param>
public sealed record AddComputersResponse(int Added, long Computers);
