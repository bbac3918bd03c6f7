using Wuying.Domain.EndUsers;

namespace Wuying.Domain.Updates;

/// <summary>An end user's yes to an offer (R8, R9).</summary>
/// <param name="UserId">Who.</param>
/// <param name="Delay">How long to wait before the start: zero for now.</param>
/// <param name="StateAfterwards">What the computer is to do then.</param>
[GenerateSerializer, Immutable, Alias("wuying.offer-acceptance")]
public sealed record OfferAcceptance(
    [property: Id(0)] UserId UserId,
    [property: Id(1)] TimeSpan Delay,
    [property: Id(2)] StateAfterwards StateAfterwards)
{
    /// <summary>The delays that can be chosen (R8); the first is now.</summary>
    public static readonly TimeSpan[] DelaysAllowed = [TimeSpan.Zero, TimeSpan.FromHours(4), TimeSpan.FromHours(8), TimeSpan.FromHours(12)];

    /// <summary>How long a start is tried for when its time has come (R9).</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromHours(12);

    /// <summary>Who asked in the user's place; null when that was the user.</summary>
    [Id(3)] public string? RequestedBy { get; init; }
}
