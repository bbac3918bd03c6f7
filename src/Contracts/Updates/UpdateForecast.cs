using System.Collections.Immutable;

namespace Wuying.Contracts.Updates;

/// <summary>What would become of a request about many computers if it were made at this moment.</summary>
/// <param name="Total">The computers asked.</param>
/// <param name="Accepted">Those that would take it.</param>
/// <param name="Replaced">Those that would take it in the place of an update somebody decided on before (R21).</param>
/// <param name="Unchanged">Those that have it already (R32).</param>
/// <param name="RejectedByCode">The refusals by code, a full quota among them.</param>
/// <param name="ObstaclesByCode">Of those that would take it: what would stand against the start if it were now. Nothing is refused for that before its time.</param>
/// <param name="PlacesLeft">Places in the day's quota that would be left.</param>
[GenerateSerializer, Immutable, Alias("wuying.update-forecast")]
public sealed record UpdateForecast(
    [property: Id(0)] int Total,
    [property: Id(1)] int Accepted,
    [property: Id(2)] int Replaced,
    [property: Id(3)] int Unchanged,
    [property: Id(4)] ImmutableSortedDictionary<string, long> RejectedByCode,
    [property: Id(5)] ImmutableSortedDictionary<string, long> ObstaclesByCode,
    [property: Id(6)] int PlacesLeft);
