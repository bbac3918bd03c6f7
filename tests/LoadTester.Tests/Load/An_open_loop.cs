using Wuying.LoadTester.Load;

namespace Wuying.LoadTester.Tests.Load;

public sealed class An_open_loop : IDisposable
{
    private static readonly TimeSpan Tenth = TimeSpan.FromMilliseconds(100);

    private readonly StepClock _clock = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly List<(long Number, TimeSpan IntendedAt, TimeSpan BegunAt)> _begun = [];
    private readonly long _startedAt;

    public An_open_loop() => _startedAt = _clock.GetTimestamp();

    public void Dispose() => _stop.Dispose();

    [Fact]
    public async Task Begins_each_at_its_time_however_long_the_ones_before_take()
    {
        var never = new TaskCompletionSource();
        var running = new OpenLoop(_clock, rate: 10, TimeSpan.FromSeconds(0.5), inFlightMax: 100).RunAsync(due => BeginAsync(due, never.Task), _stop.Token);
        await PassAsync(4);
        never.SetResult();

        var figures = await running;

        Assert.Equal((5, 5, 0, 0), (figures.Intended, figures.Begun, figures.Late, figures.NotBegun));
        Assert.Equal(Enumerable.Range(0, 5).Select(number => (long)number), _begun.Select(each => each.Number));
        Assert.All(_begun, each => Assert.Equal(each.Number * Tenth, each.IntendedAt));
        Assert.All(_begun, each => Assert.Equal(each.IntendedAt, each.BegunAt));
    }

    [Fact]
    public async Task Counts_from_the_intended_start_what_found_no_room_at_it()
    {
        var first = new TaskCompletionSource();
        var running = new OpenLoop(_clock, rate: 10, TimeSpan.FromSeconds(0.6), inFlightMax: 1)
            .RunAsync(due => BeginAsync(due, due.Number == 0 ? first.Task : Task.CompletedTask), _stop.Token);
        await _clock.NextWaitAsync();
        _clock.Advance(Tenth);
        await _clock.NextWaitAsync(); // the second one is due, and waits for room
        _clock.Advance(3 * Tenth);
        first.SetResult();
        await _clock.NextWaitAsync(); // all that were due by now have begun, and the last one is waited for
        _clock.Advance(Tenth);

        var figures = await running;

        Assert.Equal(6, figures.Begun);
        Assert.Equal(2, figures.Late);
        Assert.Equal([0, 3, 2, 1, 0, 0], _begun.Select(each => (int)Math.Round((each.BegunAt - each.IntendedAt) / Tenth)));
    }

    [Fact]
    public async Task Says_how_much_could_not_be_begun_in_time()
    {
        var first = new TaskCompletionSource();
        var running = new OpenLoop(_clock, rate: 10, TimeSpan.FromSeconds(1), inFlightMax: 1).RunAsync(due => BeginAsync(due, first.Task), _stop.Token);
        await _clock.NextWaitAsync();
        _clock.Advance(Tenth);
        await _clock.NextWaitAsync();
        _clock.Advance(TimeSpan.FromSeconds(2));
        first.SetResult();

        var figures = await running;

        Assert.Equal((10, 1, 9), (figures.Intended, figures.Begun, figures.NotBegun));
    }

    [Fact]
    public async Task Ends_early_when_it_is_told_to_and_waits_for_what_is_underWay()
    {
        var underWay = new TaskCompletionSource();
        var running = new OpenLoop(_clock, rate: 10, TimeSpan.FromMinutes(1), inFlightMax: 10).RunAsync(due => BeginAsync(due, underWay.Task), _stop.Token);
        await _clock.NextWaitAsync();

        await _stop.CancelAsync();

        Assert.False(running.IsCompleted);
        underWay.SetResult();
        var figures = await running;
        Assert.Equal((600, 1, 599), (figures.Intended, figures.Begun, figures.NotBegun));
    }

    [Fact]
    public async Task Does_not_swallow_what_nobody_expected()
    {
        var running = new OpenLoop(_clock, rate: 10, TimeSpan.FromMinutes(1), inFlightMax: 10)
            .RunAsync(_ => Task.FromException(new FormatException("unheard of")), _stop.Token);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => running);

        Assert.Equal("unheard of", fault.InnerException?.Message);
    }

    private async Task PassAsync(int times)
    {
        for (var time = 0; time < times; time++)
        {
            await _clock.NextWaitAsync();
            _clock.Advance(Tenth);
        }
    }

    private Task BeginAsync(Due due, Task until)
    {
        _begun.Add((due.Number, _clock.GetElapsedTime(_startedAt, due.At), _clock.GetElapsedTime(_startedAt)));
        return until;
    }
}
