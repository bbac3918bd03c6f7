namespace Wuying.Grains.Operations;

/// <summary>Tells how late ticks come. While the same reminder is in force, a tick that was skipped counts as lateness of the next.</summary>
internal sealed class TickWatch
{
    private DateTimeOffset _first;
    private DateTimeOffset? _next;

    /// <summary>Notes a tick.</summary>
    /// <param name="status">What came with it.</param>
    /// <param name="now">The instant at which it came.</param>
    /// <returns>How much later than it should have; never negative.</returns>
    public TimeSpan LatenessOf(TickStatus status, DateTimeOffset now)
    {
        var first = new DateTimeOffset(DateTime.SpecifyKind(status.FirstTickTime, DateTimeKind.Utc));
        var latest = first + (Math.Max(0, Math.Floor((now - first) / status.Period)) * status.Period);
        var due = _next is { } next && _first == first && next < latest ? next : latest;
        (_first, _next) = (first, latest + status.Period);
        return now > due ? now - due : TimeSpan.Zero;
    }
}
