namespace Wuying.Contracts.Fleet;

/// <summary>Answers questions about the whole fleet; a stateless worker, any key. Called by the Api.</summary>
[Alias("wuying.IFleetQueryGrain")]
public interface IFleetQueryGrain : IGrainWithIntegerKey, IFleetQueries;
