namespace Wuying.Simulation.Tests.Clock;

public sealed class Waiting_on_a_simulated_clock : IAsyncDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Never = Timeout.InfiniteTimeSpan;

    private readonly Drive _drive = new();
    private readonly List<string> _seen = [];

    public ValueTask DisposeAsync() => _drive.DisposeAsync();

    [Fact]
    public async Task Takes_as_long_as_asked_and_a_millisecond()
    {
        Set("A", Minute);

        await _drive.AdvanceAsync(2 * Minute);

        Assert.Equal(["A at 00:01:00.0010000"], _seen);
        Assert.Equal(2 * Minute, _drive.Elapsed);
    }

    [Fact]
    public async Task Ends_in_the_order_in_which_things_fall_due_and_then_were_set()
    {
        Set("C", 3 * Minute);
        Set("A1", Minute);
        Set("B", 2 * Minute);
        Set("A2", Minute);

        await _drive.AdvanceAsync(3 * Minute);

        Assert.Equal(["A1 at 00:01:00.0010000", "A2 at 00:01:00.0010000", "B at 00:02:00.0010000", "C at 00:03:00.0010000"], _seen);
    }

    [Fact]
    public async Task Ends_within_an_advance_to_the_very_instant_but_not_to_one_before()
    {
        Set("A", Minute);

        await _drive.AdvanceAsync(Minute - TimeSpan.FromMilliseconds(1));
        Assert.Empty(_seen);

        await _drive.AdvanceAsync(TimeSpan.FromMilliseconds(1));
        Assert.Equal(["A at 00:01:00.0010000"], _seen);
        Assert.Equal(Minute + TimeSpan.FromMilliseconds(1), _drive.Elapsed);
    }

    [Fact]
    public async Task With_Task_Delay_ends_too()
    {
        var delay = Task.Delay(Minute, _drive.Clock, TestContext.Current.CancellationToken);

        await _drive.AdvanceAsync(Minute);

        await delay.InTime();
    }

    [Fact]
    public async Task Until_an_instant_between_two_milliseconds_takes_one_delay()
    {
        var due = Drive.Start + TimeSpan.FromMilliseconds(10.5);
        var delays = 0;
        async Task DelayUntilAsync()
        {
            while (due - _drive.Clock.GetUtcNow() is var remaining && remaining > TimeSpan.Zero)
            {
                delays++;
                await Task.Delay(remaining, _drive.Clock);
            }
        }

        var waiting = DelayUntilAsync();
        await _drive.AdvanceAsync(Minute);
        await waiting.InTime();

        Assert.Equal(1, delays);
    }

    [Fact]
    public async Task Periodically_keeps_to_the_period()
    {
        Set("A", Minute, period: TimeSpan.FromSeconds(30));

        await _drive.AdvanceAsync(2 * Minute);

        Assert.Equal(["A at 00:01:00.0010000", "A at 00:01:30.0010000", "A at 00:02:00.0010000"], _seen);
    }

    [Fact]
    public async Task Is_over_once_disposed()
    {
        await Set("A", Minute, period: Minute).DisposeAsync();

        await _drive.AdvanceAsync(3 * Minute);

        Assert.Empty(_seen);
    }

    [Fact]
    public async Task Can_be_changed_put_off_and_not_after_disposal()
    {
        var changed = Set("A", Minute);
        var stopped = Set("B", Minute);
        var disposed = Set("C", Minute);
        disposed.Dispose();

        Assert.True(changed.Change(2 * Minute, Never));
        Assert.True(stopped.Change(Never, Never));
        Assert.False(disposed.Change(Minute, Never));
        await _drive.AdvanceAsync(3 * Minute);

        Assert.Equal(["A at 00:02:00.0010000"], _seen);
    }

    [Fact]
    public async Task Can_be_begun_by_a_wait_that_ended_in_the_same_advance()
    {
        _drive.Clock.CreateTimer(_ => Set("B", Minute), null, Minute, Never);

        await _drive.AdvanceAsync(5 * Minute);

        Assert.Equal(["B at 00:02:00.0020000"], _seen);
    }

    [Fact]
    public async Task Goes_on_when_a_callback_fails()
    {
        _drive.Clock.CreateTimer(_ => throw new InvalidOperationException("Deliberate."), null, Minute, Never);
        Set("A", 2 * Minute);

        await _drive.AdvanceAsync(2 * Minute);

        Assert.Equal(["A at 00:02:00.0010000"], _seen);
    }

    private ITimer Set(string name, TimeSpan dueTime, TimeSpan? period = null) =>
        _drive.Clock.CreateTimer(_ => _seen.Add($"{name} at {_drive.Elapsed}"), null, dueTime, period ?? Never);
}
