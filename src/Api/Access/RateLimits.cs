using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Wuying.Api.Access;

/// <summary>A bucket of tokens for every caller: it holds a burst, and fills up at the rate of the long run.</summary>
internal sealed class RateLimits(IOptions<RateLimitOptions> options) : IRateLimits, IAsyncDisposable
{
    private const int SecondsPerMinute = 60;

    private readonly PartitionedRateLimiter<Caller> _limiter = PartitionedRateLimiter.Create<Caller, string>(
        caller => RateLimitPartition.GetTokenBucketLimiter(caller.Name, _ => BucketOf(options.Value)),
        StringComparer.Ordinal);

    public TimeSpan? Count(Caller caller)
    {
        if (!IsLimited(caller, options.Value))
        {
            return null;
        }

        using var lease = _limiter.AttemptAcquire(caller);
        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromSeconds(1);
    }

    public ValueTask DisposeAsync() => _limiter.DisposeAsync();

    private static bool IsLimited(Caller caller, RateLimitOptions limits) =>
        limits.RequestsPerMinute > 0 && (caller != Caller.Local || limits.LimitLocal);

    // A second's tokens at a time, or one in some seconds: the wait that is told is that for the next.
    private static TokenBucketRateLimiterOptions BucketOf(RateLimitOptions limits) => new()
    {
        TokenLimit = limits.Burst,
        TokensPerPeriod = Math.Max(1, limits.RequestsPerMinute / SecondsPerMinute),
        ReplenishmentPeriod = TimeSpan.FromSeconds(Math.Max(1, SecondsPerMinute / (double)limits.RequestsPerMinute)),
        QueueLimit = 0,
    };
}
