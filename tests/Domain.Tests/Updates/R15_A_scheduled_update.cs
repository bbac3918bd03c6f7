namespace Wuying.Domain.Tests.Updates;

public sealed class R15_A_scheduled_update
{
    [Fact]
    public void Gets_the_window_of_the_picked_day()
    {
        var update = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon).PendingUpdate!;

        Assert.Equal(new UpdateWindow(Given.Midnight, Given.Five), update.Window);
        Assert.Equal(Given.Night, update.Date);
    }

    [Fact]
    public void Does_not_start_before_the_window()
    {
        Assert.Empty(Given.ReadyForTheNight().Reconcile(Given.Midnight - Given.Tick));
        Given.Refused(RejectionCode.WindowClosed, UpdateRules.Start(Given.ReadyForTheNight(), Given.Midnight - Given.Tick));
    }

    [Fact]
    public void Starts_when_the_window_opens() =>
        Assert.IsType<UpdateStarted>(Assert.Single(Given.ReadyForTheNight().Reconcile(Given.Midnight)));

    [Fact]
    public void Is_due_for_its_snapshot_then_at_its_opening()
    {
        var asked = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        Assert.Equal(Given.Midnight.AddHours(-3), CloudComputerReconciliation.UpdateDueAt(asked));
        Assert.Equal(Given.Midnight, CloudComputerReconciliation.UpdateDueAt(Given.ReadyForTheNight()));
        Assert.Null(CloudComputerReconciliation.UpdateDueAt(Given.BeingUpdated()));
    }
}
