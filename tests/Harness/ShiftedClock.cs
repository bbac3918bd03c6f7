namespace Wuying.Harness;

/// <summary>The system's clock, set ahead by as much as a test wants.</summary>
public sealed class ShiftedClock : TimeProvider
{
    private long _aheadTicks;

    /// <summary>How much.</summary>
    public TimeSpan Ahead
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _aheadTicks));
        set => Interlocked.Exchange(ref _aheadTicks, value.Ticks);
    }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
