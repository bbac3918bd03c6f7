namespace Wuying.Contracts.Access;

/// <summary>What somebody who wants to compare a password gets.</summary>
/// <param name="IsAllowed">False when it was wrong too often lately.</param>
/// <param name="Hash">What to compare with; null when the user has no password, or may not be compared now.</param>
[GenerateSerializer, Immutable, Alias("wuying.password-attempt")]
public sealed record PasswordAttempt(
    [property: Id(0)] bool IsAllowed,
    [property: Id(1)] string? Hash);
