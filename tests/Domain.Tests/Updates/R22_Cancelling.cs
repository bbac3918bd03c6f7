namespace Wuying.Domain.Tests.Updates;

public sealed class R22_Cancelling
{
    [Fact]
    public void Is_possible_until_the_update_starts()
    {
        var computer = Given.ReadyForTheNight();

        var after = computer.After(UpdateRules.Cancel(computer, Given.Midnight));

        Assert.Null(after.PendingUpdate);
        Assert.Equal((UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest), (after.LastUpdate?.Outcome, after.LastUpdate?.Reason));
        Assert.Empty(after.Reconcile(Given.Midnight));
    }

    [Fact]
    public void Is_possible_while_the_update_waits_in_its_window()
    {
        var waiting = Given.ReadyForTheNight().Connected(Given.Noon).Reconciled(Given.Midnight);

        Assert.IsType<UpdateCancelled>(Assert.Single(UpdateRules.Cancel(waiting, Given.Midnight.AddHours(1)).Events));
    }

    [Fact]
    public void Is_possible_while_its_snapshot_is_made_which_is_then_kept()
    {
        var making = Given.Computer().Asked(Given.Immediate(), Given.Noon);

        var after = making.After(UpdateRules.Cancel(making, Given.Noon)).Reconciled(Given.Noon.AddMinutes(3), Given.Success);

        Assert.Null(after.PendingUpdate);
        Assert.Equal(CloudComputerStatus.Running, after.Status);
        Assert.Single(after.Snapshots);
    }

    [Fact]
    public void Is_refused_once_it_runs() =>
        Given.Refused(RejectionCode.UpdateInProgress, UpdateRules.Cancel(Given.BeingUpdated(), Given.Midnight.AddHours(1)));

    [Fact]
    public void Is_refused_without_a_pending_update() =>
        Given.Refused(RejectionCode.NoPendingUpdate, UpdateRules.Cancel(Given.Computer(), Given.Noon));

    [Fact]
    public void Is_refused_on_a_deleted_computer() =>
        Given.Refused(RejectionCode.ComputerNotFound, UpdateRules.Cancel(Given.Computer(CloudComputerStatus.Deleted), Given.Noon));
}
