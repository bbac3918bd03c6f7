namespace Wuying.Api.Access;

/// <summary>How many requests a caller may make.</summary>
internal interface IRateLimits
{
    /// <summary>Counts a request.</summary>
    /// <returns>Null when it may go on; otherwise how long to wait before the next one.</returns>
    TimeSpan? Count(Caller caller);
}
