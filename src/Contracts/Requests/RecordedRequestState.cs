namespace Wuying.Contracts.Requests;

/// <summary>What a caller with an idempotency key should do.</summary>
public enum RecordedRequestState
{
    /// <summary>Never used.</summary>
    Unspecified = 0,
    /// <summary>Carry the request out, then record the answer.</summary>
    GoAhead = 1,
    /// <summary>Give the recorded answer.</summary>
    Answered = 2,
    /// <summary>Somebody is carrying it out right now; ask again shortly.</summary>
    InProgress = 3,
    /// <summary>The key was used for another request.</summary>
    Mismatch = 4,
}
