using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;

namespace Wuying.LoadTester.Tests.Load;

/// <summary>A clock that moves when told to, and says when somebody begins to wait on it.</summary>
internal sealed class StepClock : TimeProvider
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero));
    private readonly Channel<TimeSpan> _waits = Channel.CreateUnbounded<TimeSpan>();

    public override long TimestampFrequency => _clock.TimestampFrequency;

    public override DateTimeOffset GetUtcNow() => _clock.GetUtcNow();

    public override long GetTimestamp() => _clock.GetTimestamp();

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = _clock.CreateTimer(callback, state, dueTime, period);
        _waits.Writer.TryWrite(dueTime);
        return timer;
    }

    /// <summary>Lets time pass.</summary>
    public void Advance(TimeSpan by) => _clock.Advance(by);

    /// <summary>Waits until somebody waits.</summary>
    /// <returns>For how long.</returns>
    public async Task<TimeSpan> NextWaitAsync() => await _waits.Reader.ReadAsync();
}
