namespace Wuying.Contracts.Access;

/// <summary>What came of taking a nonce.</summary>
public enum NonceAnswer
{
    /// <summary>Never used.</summary>
    Unspecified = 0,

    /// <summary>Nobody had used it; it is remembered now, durably.</summary>
    Taken = 1,

    /// <summary>It was used before.</summary>
    UsedBefore = 2,

    /// <summary>So many were used in those seconds that no more are remembered, and so none is taken.</summary>
    Full = 3,
}
