using Wuying.Simulation.Clock;

namespace Wuying.Simulation.Tests.Clock;

public sealed class Running_at_a_rate
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task Carries_the_clock_by_real_time_times_the_rate()
    {
        await using var drive = new Drive(rate: 60);

        await drive.PassRealTimeAsync(10 * Second);

        Assert.Equal(10 * Minute, drive.Elapsed);
        Assert.Equal(TimeSpan.Zero, drive.Clock.Lag);
    }

    [Fact]
    public async Task Of_zero_stands_still()
    {
        await using var drive = new Drive(rate: 0);

        await drive.PassRealTimeAsync(10 * Second);

        Assert.Equal(TimeSpan.Zero, drive.Elapsed);
    }

    [Fact]
    public async Task Stops_at_a_pause_and_goes_on_after_it()
    {
        await using var drive = new Drive(rate: 60);

        await drive.PassRealTimeAsync(Second);
        drive.Clock.Steer(rate: null, paused: true);
        await drive.PassRealTimeAsync(Second);
        Assert.Equal(Minute, drive.Elapsed);

        drive.Clock.Steer(rate: 120, paused: false);
        await drive.PassRealTimeAsync(Second);
        Assert.Equal(3 * Minute, drive.Elapsed);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(ClockOptions.RateMax + 1)]
    public async Task Refuses_a_rate_out_of_range(double rate)
    {
        await using var drive = new Drive();

        Assert.Throws<ArgumentOutOfRangeException>(() => drive.Clock.Steer(rate, paused: null));
    }

    [Fact]
    public async Task Fires_what_is_due_when_the_clock_gets_there()
    {
        await using var drive = new Drive(rate: 60);
        var fired = new TaskCompletionSource<TimeSpan>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = drive.Clock.CreateTimer(_ => fired.SetResult(drive.Elapsed), null, Minute, Timeout.InfiniteTimeSpan);

        await drive.PassRealTimeAsync(2 * Second);

        Assert.Equal(Minute + SimulatedClock.Resolution, await fired.Task.InTime());
    }

    [Fact]
    public async Task Lags_while_held_and_catches_up_afterwards()
    {
        await using var drive = new Drive(rate: 60);
        drive.Clock.Hold();

        await drive.PassRealTimeAsync(5 * Second);
        Assert.Equal(TimeSpan.Zero, drive.Elapsed);
        Assert.Equal(5 * Minute, drive.Clock.Lag);

        drive.Clock.Release();
        Assert.Equal(5 * Minute, drive.Elapsed);
        Assert.Equal(TimeSpan.Zero, drive.Clock.Lag);
    }

    [Fact]
    public async Task Catches_up_ten_real_seconds_at_most()
    {
        await using var drive = new Drive(rate: 60);
        drive.Clock.Hold();

        await drive.PassRealTimeAsync(3_600 * Second);
        Assert.Equal(10 * Minute, drive.Clock.Lag);

        drive.Clock.Release();
        Assert.Equal(10 * Minute, drive.Elapsed);
        await drive.PassRealTimeAsync(Second);
        Assert.Equal(11 * Minute, drive.Elapsed);
    }

    [Fact]
    public async Task Does_not_lag_because_nobody_looked()
    {
        await using var drive = new Drive(rate: 60);

        await drive.PassRealTimeAsync(3_600 * Second);

        Assert.Equal(3_600 * Minute, drive.Elapsed);
    }
}
