namespace Wuying.Domain.EndUsers;

/// <summary>An end user connected to a computer.</summary>
/// <param name="UserId">Who.</param>
/// <param name="Since">Since when.</param>
[GenerateSerializer, Immutable, Alias("wuying.user-session")]
public sealed record UserSession(
    [property: Id(0)] UserId UserId,
    [property: Id(1)] DateTimeOffset Since);
