namespace Wuying.Simulation.Clock.Shared;

/// <summary>What a silo says of its part of the shared clock.</summary>
/// <param name="Term">The latest term it has heard of; a conductor of an earlier one has been succeeded.</param>
/// <param name="Now">What its clock shows.</param>
/// <param name="NextDueAt">When the earliest of its waits is over; null when nobody waits.</param>
/// <param name="Fired">How many waits have been over so far: who sees the same number twice knows that nothing came in between.</param>
[GenerateSerializer, Immutable, Alias("wuying.clock-reading")]
internal sealed record ClockReading(
    [property: Id(0)] long Term,
    [property: Id(1)] DateTimeOffset Now,
    [property: Id(2)] DateTimeOffset? NextDueAt,
    [property: Id(3)] long Fired);
