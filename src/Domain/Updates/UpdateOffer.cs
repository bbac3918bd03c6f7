namespace Wuying.Domain.Updates;

/// <summary>An update as a push shows it to a computer's end users (R5, R6).</summary>
/// <param name="Target">The version pushed.</param>
/// <param name="PushNumber">Which of the region's orders to start or stop a push this follows from; a later one wins.</param>
/// <param name="IsAutomatic">True when nobody asked for this push by hand: then it concerns computers on custom images only.</param>
/// <param name="RequestedBy">Who pushed, or published.</param>
[GenerateSerializer, Immutable, Alias("wuying.update-offer")]
public sealed record UpdateOffer(
    [property: Id(0)] UpdateTarget Target,
    [property: Id(1)] int PushNumber,
    [property: Id(2)] bool IsAutomatic,
    [property: Id(3)] string RequestedBy);
