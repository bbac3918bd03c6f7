namespace Wuying.Api.Access;

/// <summary>What came of checking a password.</summary>
internal enum PasswordCheck
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>It is the user's.</summary>
    Right = 1,
    /// <summary>It is not, or there is no such user, or the user has none.</summary>
    Wrong = 2,
    /// <summary>It was wrong too often lately: it was not looked at.</summary>
    TooManyAttempts = 3,
}
