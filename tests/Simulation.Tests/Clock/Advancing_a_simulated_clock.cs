namespace Wuying.Simulation.Tests.Clock;

public sealed class Advancing_a_simulated_clock
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task To_the_past_returns_at_once()
    {
        await using var drive = new Drive();

        Assert.True(drive.AdvanceToAsync(Drive.Start - Hour).IsCompletedSuccessfully);

        Assert.Equal(TimeSpan.Zero, drive.Elapsed);
    }

    [Fact]
    public async Task Several_times_at_once_ends_at_the_furthest_instant()
    {
        await using var drive = new Drive();

        var far = drive.AdvanceToAsync(Drive.Start + (3 * Hour));
        var near = drive.AdvanceToAsync(Drive.Start + Hour);
        await Task.WhenAll(far, near).InTime();

        Assert.Equal(3 * Hour, drive.Elapsed);
    }

    [Fact]
    public async Task Works_while_paused_and_leaves_it_paused()
    {
        await using var drive = new Drive(rate: 60);
        drive.Clock.Steer(rate: null, paused: true);

        await drive.AdvanceAsync(Hour);
        await drive.PassRealTimeAsync(Hour);

        Assert.True(drive.Clock.IsPaused);
        Assert.Equal(Hour, drive.Elapsed);
    }

    [Fact]
    public async Task Lets_the_rate_go_on_from_there()
    {
        await using var drive = new Drive(rate: 60);

        await drive.AdvanceAsync(Hour);
        await drive.PassRealTimeAsync(TimeSpan.FromSeconds(1));

        Assert.Equal(Hour + TimeSpan.FromMinutes(1), drive.Elapsed);
    }

    [Fact]
    public async Task Waits_for_whoever_holds_the_clock()
    {
        await using var drive = new Drive();
        drive.Clock.Hold();

        var advance = drive.AdvanceAsync(Hour);
        Assert.False(advance.IsCompleted);
        Assert.Equal(TimeSpan.Zero, drive.Elapsed);

        drive.Clock.Release();
        await advance;
        Assert.Equal(Hour, drive.Elapsed);
    }

    [Fact]
    public async Task Fails_when_the_driver_stops()
    {
        await using var drive = new Drive();
        drive.Clock.Hold();
        var advance = drive.AdvanceToAsync(Drive.Start + Hour);

        await drive.Driver.StopAsync().InTime();

        await Assert.ThrowsAsync<OperationCanceledException>(() => advance.InTime());
        await Assert.ThrowsAsync<OperationCanceledException>(() => drive.AdvanceToAsync(Drive.Start + Hour));
    }

    [Fact]
    public async Task Can_be_given_up()
    {
        await using var drive = new Drive();
        using var patience = new CancellationTokenSource();
        drive.Clock.Hold();
        var advance = drive.Driver.AdvanceAsync(Drive.Start + Hour, patience.Token);

        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => advance.InTime());

        drive.Clock.Release();
        Assert.Equal(TimeSpan.Zero, drive.Elapsed);
    }

    [Fact]
    public async Task Over_a_quiet_century_costs_nothing()
    {
        await using var drive = new Drive();
        var woken = drive.Clock.Changed.Next;

        await drive.AdvanceAsync(TimeSpan.FromDays(36_500));

        Assert.True(woken.IsCompleted);
        Assert.Equal(TimeSpan.FromDays(36_500), drive.Elapsed);
    }
}
