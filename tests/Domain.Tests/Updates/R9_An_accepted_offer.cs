namespace Wuying.Domain.Tests.Updates;

public sealed class R9_An_accepted_offer
{
    private static readonly DateTimeOffset At = Given.Noon.AddHours(8);

    [Fact]
    public void For_now_takes_a_snapshot_then_starts_and_nobody_connects_meanwhile()
    {
        var accepted = Given.Accepted(inHours: 0);
        Assert.Equal(MachineOperationKind.Snapshotting, accepted.Operation?.Kind);
        Given.Refused(RejectionCode.UpdateInProgress, SessionRules.Connect(accepted, Given.Ann, Given.Noon));

        var updating = accepted.Reconciled(Given.Noon.AddMinutes(3), Given.Success);
        Assert.Equal(CloudComputerStatus.Updating, updating.Status);
        Given.Refused(RejectionCode.UpdateInProgress, SessionRules.Connect(updating, Given.Ann, Given.Noon.AddMinutes(4)));

        var updated = updating.Reconciled(Given.Noon.AddMinutes(15), Given.Success);
        Assert.Equal((CloudComputerStatus.Running, Given.V2), (updated.Status, updated.CurrentVersion));
    }

    [Fact]
    public void For_now_is_refused_while_somebody_is_connected_or_the_computer_does_not_run()
    {
        Given.Refused(RejectionCode.ComputerConnected, Accept(Given.Offered().Connected(Given.Noon)));
        Given.Refused(RejectionCode.ComputerNotRunning, Accept(Given.Offered() with { Status = CloudComputerStatus.Stopped }));
    }

    [Fact]
    public void For_now_is_missed_when_its_snapshot_fails()
    {
        var after = Given.Accepted(inHours: 0).Reconciled(Given.Noon.AddMinutes(3), Given.Failure);

        Assert.Equal((UpdateOutcome.Missed, RejectionCode.SnapshotFailed), (after.LastUpdate!.Outcome, after.LastUpdate.Reason));
    }

    [Fact]
    public void For_later_takes_its_snapshot_three_hours_before_and_starts_at_its_time()
    {
        var accepted = Given.Accepted(inHours: 8);
        Assert.Equal((PendingUpdateState.Scheduled, At), (accepted.PendingUpdate!.State, accepted.PendingUpdate.StartsAt));
        Assert.Empty(accepted.Reconcile(At.AddHours(-3) - Given.Tick));

        var ready = WithSnapshot(accepted);
        Assert.Empty(ready.Reconcile(At - Given.Tick));
        Assert.Equal(CloudComputerStatus.Updating, ready.Reconciled(At).Status);
    }

    [Fact]
    public void For_later_waits_while_somebody_is_connected_and_starts_when_they_have_gone()
    {
        var waiting = WithSnapshot(Given.Accepted(inHours: 8)).Connected(At.AddHours(-1)).Reconciled(At);
        Assert.Equal((PendingUpdateState.Waiting, RejectionCode.ComputerConnected), (waiting.PendingUpdate!.State, waiting.PendingUpdate.Reason));

        var gone = waiting.After(SessionRules.Disconnect(waiting, Given.Ann, At.AddHours(2)));
        Assert.Equal(CloudComputerStatus.Updating, gone.Reconciled(At.AddHours(2)).Status);
    }

    [Fact]
    public void For_later_is_missed_after_twelve_hours()
    {
        var waiting = WithSnapshot(Given.Accepted(inHours: 8)).Connected(At.AddHours(-1)).Reconciled(At);
        Assert.NotNull(waiting.Reconciled(At.AddHours(12) - Given.Tick).PendingUpdate);

        var missed = waiting.Reconciled(At.AddHours(12));
        Assert.Equal((UpdateOutcome.Missed, RejectionCode.ComputerConnected), (missed.LastUpdate!.Outcome, missed.LastUpdate.Reason));
    }

    [Theory]
    [InlineData(StateAfterwards.AsBefore, CloudComputerStatus.Running)]
    [InlineData(StateAfterwards.Running, CloudComputerStatus.Running)]
    [InlineData(StateAfterwards.Stopped, CloudComputerStatus.Stopping)]
    public void Leaves_the_computer_in_the_state_that_the_user_chose(StateAfterwards afterwards, CloudComputerStatus status)
    {
        var updating = Given.Accepted(0, afterwards).Reconciled(Given.Noon.AddMinutes(3), Given.Success);

        Assert.Equal(status, updating.Reconciled(Given.Noon.AddMinutes(15), Given.Success).Status);
    }

    [Fact]
    public void Can_be_accepted_anew_until_it_starts()
    {
        var later = Given.Accepted(inHours: 4);

        var now = later.After(OfferRules.Accept(later, Given.Yes(), Given.Calendar, Given.Noon.AddMinutes(9)));

        Assert.Equal((later.PendingUpdate!.UpdateId, Given.Noon.AddMinutes(9)), (now.PendingUpdate!.UpdateId, now.PendingUpdate.StartsAt));
        Given.Refused(
            RejectionCode.UpdateInProgress,
            OfferRules.Accept(now.Reconciled(Given.Noon.AddMinutes(13), Given.Success), Given.Yes(4), Given.Calendar, Given.Noon.AddMinutes(14)));
    }

    [Fact]
    public void R32_Twice_is_unchanged() =>
        Given.Unchanged(OfferRules.Accept(Given.Accepted(inHours: 4), Given.Yes(4), Given.Calendar, Given.Noon.AddSeconds(30)));

    [Fact]
    public void R32_For_now_twice_is_unchanged_also_while_it_runs_and_when_it_is_done()
    {
        var running = Given.Accepted(inHours: 0).Reconciled(Given.Noon.AddMinutes(3), Given.Success);
        Given.Unchanged(Accept(running));
        Given.Unchanged(Accept(running.Reconciled(Given.Noon.AddMinutes(15), Given.Success)));
    }

    [Fact]
    public void Is_put_off_when_the_same_delay_is_chosen_again_some_time_later()
    {
        var at = Given.Noon.AddHours(3);

        var later = Given.Accepted(inHours: 4).After(OfferRules.Accept(Given.Accepted(inHours: 4), Given.Yes(4), Given.Calendar, at));

        Assert.Equal(at.AddHours(4), later.PendingUpdate!.StartsAt);
    }

    [Fact]
    public void R18_Takes_its_snapshot_anew_when_it_is_put_off()
    {
        var ready = WithSnapshot(Given.Accepted(inHours: 8));

        var later = ready.After(OfferRules.Accept(ready, Given.Yes(12), Given.Calendar, At.AddHours(-1)));

        Assert.Equal((UpdateSnapshot.Pending, UpdateSnapshot.Ready), (later.PendingUpdate!.Snapshot, ready.PendingUpdate!.Snapshot));
    }

    [Fact]
    public void R8_Starts_now_or_in_four_eight_or_twelve_hours() => Given.Refused(
        RejectionCode.InvalidRequest, OfferRules.Accept(Given.Offered(), Given.Yes(5), Given.Calendar, Given.Noon));

    [Fact]
    public void R17_Takes_a_place_on_the_day_on_which_it_is_to_start()
    {
        Assert.Equal(Given.Night.AddDays(-1), Given.Accepted(inHours: 8).PendingUpdate!.Reservation?.Day);

        var late = OfferRules.Accept(Given.Offered(), Given.Yes(8), Given.Calendar, Given.Midnight.AddHours(-4));
        Assert.Equal(Given.Night, Given.Offered().After(late).PendingUpdate!.Reservation?.Day);
    }

    [Fact]
    public void Can_be_declined_or_cancelled_until_it_starts()
    {
        var accepted = Given.Accepted(inHours: 4);

        Assert.Equal(UpdateOutcome.Cancelled, accepted.After(OfferRules.Decline(accepted, Given.Bob, Given.Noon)).LastUpdate!.Outcome);
        Assert.Equal(UpdateOutcome.Cancelled, accepted.After(UpdateRules.Cancel(accepted, Given.Noon)).LastUpdate!.Outcome);
    }

    [Fact]
    public void R4_Of_a_version_that_the_computer_has_got_otherwise_is_refused() => Given.Refused(
        RejectionCode.AlreadyUpToDate,
        Accept(Given.Offered() with { CurrentVersion = Given.V2 }));

    private static Decision<CloudComputerEvent> Accept(CloudComputer computer) =>
        OfferRules.Accept(computer, Given.Yes(), Given.Calendar, Given.Noon);

    private static CloudComputer WithSnapshot(CloudComputer accepted) =>
        accepted.Reconciled(At.AddHours(-3)).Reconciled(At.AddHours(-3).AddMinutes(3), Given.Success);
}
