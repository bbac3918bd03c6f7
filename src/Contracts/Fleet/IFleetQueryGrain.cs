using Wuying.Contracts.Updates;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Contracts.Fleet;

/// <summary>Answers questions about the whole fleet; a stateless worker, any key. Called by the Api.</summary>
[Alias("wuying.IFleetQueryGrain")]
public interface IFleetQueryGrain : IGrainWithIntegerKey, IFleetQueries
{
    /// <summary>What would become of a request, asked of all computers of a region that match: decided by the rules that decide the request itself, and recorded nowhere.</summary>
    [Alias("forecast-updates")]
    Task<UpdateForecast> ForecastUpdatesAsync(RegionId region, ComputerFilter filter, UpdateRequest request);
}
