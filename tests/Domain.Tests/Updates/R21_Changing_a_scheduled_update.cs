namespace Wuying.Domain.Tests.Updates;

public sealed class R21_Changing_a_scheduled_update
{
    [Fact]
    public void Lets_the_most_recent_day_and_version_win()
    {
        var computer = Given.Computer()
            .Asked(Given.Scheduled(Given.Night), Given.Noon)
            .Asked(Given.Scheduled(Given.Night.AddDays(2), Given.V3), Given.Noon)
            .Asked(Given.Scheduled(Given.Night.AddDays(1), Given.V2), Given.Noon);

        Assert.Equal((Given.Night.AddDays(1), Given.V2), (computer.PendingUpdate!.Date, computer.PendingUpdate.Version));
    }

    [Fact]
    public void Lets_the_most_recent_method_win()
    {
        var computer = Given.ReadyForTheNight().Asked(Given.Immediate(snapshotFirst: false), Given.Midnight.AddHours(-1));

        Assert.Equal(UpdateMethod.Immediate, computer.PendingUpdate?.Method);
        Assert.Equal(CloudComputerStatus.Updating, computer.Status);
    }

    [Fact]
    public void Records_that_the_older_one_was_superseded_before_the_newer_is_there()
    {
        var first = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        var facts = first.Ask(Given.Scheduled(Given.Night, Given.V3), Given.Noon).Events;

        var superseded = Assert.IsType<UpdateSuperseded>(facts[0]);
        var requested = Assert.IsType<UpdateRequested>(facts[1]);
        Assert.Equal((first.PendingUpdate!.UpdateId, requested.Update.UpdateId), (superseded.UpdateId, superseded.By));
        Assert.Equal(UpdateOutcome.Superseded, CloudComputerEvolution.Evolve(first, facts).LastUpdate?.Outcome);
    }

    [Fact]
    public void Runs_nothing_on_the_old_day()
    {
        var moved = Given.ReadyForTheNight().Asked(Given.Scheduled(Given.Night.AddDays(1)), Given.Midnight.AddHours(-1));

        Assert.Empty(moved.Reconcile(Given.Midnight));
        Assert.Empty(moved.Reconcile(Given.LastStart));
    }

    [Fact]
    public void Does_not_use_the_older_ones_snapshot_that_is_just_being_made()
    {
        var making = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon).Reconciled(Given.Midnight.AddHours(-3));
        var moved = making.Asked(Given.Scheduled(Given.Night.AddDays(1)), Given.Midnight.AddHours(-3));

        var after = moved.Reconciled(Given.Midnight.AddHours(-3).AddMinutes(3), Given.Success);

        Assert.Equal(UpdateSnapshot.Pending, after.PendingUpdate?.Snapshot);
        Assert.Null(after.PendingUpdate?.SnapshotId);
    }

    [Fact]
    public void Is_refused_once_it_runs() =>
        Given.Refused(RejectionCode.UpdateInProgress, Given.BeingUpdated().Ask(Given.Scheduled(Given.Night.AddDays(3), Given.V3), Given.Midnight.AddHours(1)));

    [Fact]
    public void Leaves_the_old_one_in_place_when_the_new_one_is_refused()
    {
        var computer = Given.ReadyForTheNight();

        Given.Refused(RejectionCode.DateTooFar, computer.Ask(Given.Scheduled(Given.Night.AddDays(60)), Given.Noon));
        Assert.Empty(computer.Ask(Given.Scheduled(Given.Night.AddDays(60)), Given.Noon).Events);
    }
}
