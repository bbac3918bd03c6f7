namespace Wuying.Contracts.Quotas;

/// <summary>One day of a region's quota as the store has it.</summary>
/// <param name="Day">The region-local day.</param>
/// <param name="Limit">Its limit.</param>
/// <param name="Reserved">Places taken.</param>
[GenerateSerializer, Immutable, Alias("wuying.quota-day")]
public sealed record QuotaDay(
    [property: Id(0)] DateOnly Day,
    [property: Id(1)] int Limit,
    [property: Id(2)] int Reserved);
