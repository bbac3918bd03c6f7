namespace Wuying.Domain.Tests.Updates;

public sealed class R20_The_effective_period
{
    [Fact]
    public void Does_not_update_a_connected_computer_and_says_why_once()
    {
        var computer = Given.ReadyForTheNight().Connected(Given.Noon);

        Assert.Equal(RejectionCode.ComputerConnected, Assert.IsType<UpdateDelayed>(Assert.Single(computer.Reconcile(Given.Midnight))).Reason);
        Assert.Empty(computer.Reconciled(Given.Midnight).Reconcile(Given.Midnight.AddMinutes(5)));
    }

    [Fact]
    public void Checks_every_five_minutes_by_default() =>
        Assert.Equal(TimeSpan.FromMinutes(5), UpdatePolicy.Default.ConnectionCheckInterval);

    [Fact]
    public void Starts_at_the_next_check_once_the_user_is_gone()
    {
        var waiting = Given.ReadyForTheNight().Connected(Given.Noon).Reconciled(Given.Midnight);
        var alone = waiting.After(SessionRules.Disconnect(waiting, Given.Ann, Given.Midnight.AddHours(2)));

        Assert.IsType<UpdateStarted>(Assert.Single(alone.Reconcile(Given.Midnight.AddHours(2))));
    }

    [Fact]
    public void Starts_an_update_at_a_quarter_to_five() =>
        Assert.IsType<UpdateStarted>(Assert.Single(Given.ReadyForTheNight().Reconcile(Given.LastStart)));

    [Fact]
    public void Starts_none_after_a_quarter_to_five()
    {
        var late = Given.LastStart + Given.Tick;

        Given.Refused(RejectionCode.WindowTooShort, UpdateRules.Start(Given.ReadyForTheNight(), late));
        Assert.Equal(RejectionCode.WindowTooShort, Assert.IsType<UpdateDelayed>(Assert.Single(Given.ReadyForTheNight().Reconcile(late))).Reason);
    }

    [Fact]
    public void Ends_with_what_has_not_started_missed_for_its_last_reason()
    {
        var waiting = Given.ReadyForTheNight().Connected(Given.Noon).Reconciled(Given.Midnight);
        var alone = waiting.After(SessionRules.Disconnect(waiting, Given.Ann, Given.LastStart.AddMinutes(1)));

        Assert.Empty(alone.Reconcile(Given.LastStart.AddMinutes(2)));
        Assert.Empty(alone.Reconcile(Given.Five - Given.Tick));
        Assert.Equal(RejectionCode.ComputerConnected, Assert.IsType<UpdateMissed>(Assert.Single(alone.Reconcile(Given.Five))).Reason);
    }

    [Fact]
    public void Keeps_the_reason_that_changed_last()
    {
        var computer = Given.ReadyForTheNight().Connected(Given.Noon).Reconciled(Given.Midnight);
        computer = computer.After(PowerRules.Apply(computer, PowerCommand.Stop, Given.Midnight.AddHours(1)))
            .Reconciled(Given.Midnight.AddHours(1).AddMinutes(1), Given.Success);

        Assert.Equal(RejectionCode.ComputerNotRunning, computer.PendingUpdate?.Reason);
        Assert.Equal(RejectionCode.ComputerNotRunning, computer.Reconciled(Given.Five).LastUpdate?.Reason);
    }

    [Theory]
    [InlineData(false, RejectionCode.WindowClosed)]
    [InlineData(true, RejectionCode.ComputerConnected)]
    public void That_nobody_watched_ends_missed_all_the_same(bool connected, RejectionCode reason)
    {
        var computer = connected ? Given.ReadyForTheNight().Connected(Given.Noon) : Given.ReadyForTheNight();

        var after = computer.Reconciled(Given.Five.AddDays(3));

        Assert.Equal((UpdateOutcome.Missed, reason), (after.LastUpdate?.Outcome, after.LastUpdate?.Reason));
    }

    [Fact]
    public void Lets_a_running_update_finish()
    {
        var running = Given.ReadyForTheNight().Reconciled(Given.LastStart);

        Assert.Empty(running.Reconcile(Given.Five));
        Assert.IsType<UpdateSucceeded>(Assert.Single(running.Reconcile(Given.Five, Given.Success)));
    }
}
