using System.Globalization;

namespace Wuying.LoadTester.Service;

/// <summary>Idempotency keys: one for each write of one run. Another run has others, or it would be given this one's answers.</summary>
/// <param name="startedAt">When the run started.</param>
internal sealed class RequestKeys(DateTimeOffset startedAt)
{
    private readonly string _run = startedAt.ToUnixTimeMilliseconds().ToString("x", CultureInfo.InvariantCulture);
    private long _last;

    /// <summary>One that was never given before.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"load-{_run}-{Interlocked.Increment(ref _last)}");
}
