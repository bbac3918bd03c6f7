namespace Wuying.Contracts.Fleet;

/// <summary>An event as the store keeps it.</summary>
/// <param name="Sequence">Its place in the order of commits; a reader goes on after the last one it has seen.</param>
/// <param name="Event">What happened.</param>
[GenerateSerializer, Immutable, Alias("wuying.recorded-event")]
public sealed record RecordedEvent(
    [property: Id(0)] long Sequence,
    [property: Id(1)] FleetEvent Event);
