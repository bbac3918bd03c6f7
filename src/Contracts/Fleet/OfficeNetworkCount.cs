namespace Wuying.Contracts.Fleet;

/// <summary>An office network, as its computers tell of it.</summary>
/// <param name="OfficeNetworkId">Names it.</param>
/// <param name="Computers">How many computers belong to it; deleted ones do not count.</param>
[GenerateSerializer, Immutable, Alias("wuying.office-network-count")]
public sealed record OfficeNetworkCount(
    [property: Id(0)] string OfficeNetworkId,
    [property: Id(1)] long Computers);
