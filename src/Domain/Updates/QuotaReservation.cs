namespace Wuying.Domain.Updates;

/// <summary>One place in a day's quota (R17). A later request for the same day takes the place over.</summary>
/// <param name="Day">The region-local day.</param>
/// <param name="Id">The update that first took the place.</param>
[GenerateSerializer, Immutable, Alias("wuying.quota-reservation")]
public sealed record QuotaReservation(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] UpdateId Id);
