namespace Wuying.Api.Ecd.Errors;

/// <summary>An error as the gateway tells it.</summary>
/// <param name="Status">The status of HTTP.</param>
/// <param name="Code">What programs look at.</param>
/// <param name="Message">What people read.</param>
internal sealed record EcdError(int Status, string Code, string Message)
{
    /// <summary>When to ask again; null when that is not the cure.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
