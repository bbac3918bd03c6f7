using Wuying.Domain.Images;

namespace Wuying.Domain.Updates;

/// <summary>The order to show a version to a computer's end users no longer (R7).</summary>
/// <param name="Version">The version whose push is stopped.</param>
/// <param name="PushNumber">Which of the region's orders this follows from; an offer of a later one stays.</param>
/// <param name="IsNamed">True when the order names this computer: then it also keeps offers away that are still on their way.</param>
/// <param name="RequestedBy">Who stopped the push.</param>
[GenerateSerializer, Immutable, Alias("wuying.offer-withdrawal")]
public sealed record OfferWithdrawal(
    [property: Id(0)] ImageVersion Version,
    [property: Id(1)] int PushNumber,
    [property: Id(2)] bool IsNamed,
    [property: Id(3)] string RequestedBy);
