namespace Wuying.Domain.Tests.Updates;

public sealed class R14_An_immediate_update
{
    [Fact]
    public void Takes_a_snapshot_first_unless_told_otherwise()
    {
        var facts = Given.Computer().Ask(Given.Immediate(), Given.Noon).Events;

        Assert.IsType<UpdateRequested>(facts[0]);
        Assert.Equal(MachineOperationKind.Snapshotting, Assert.IsType<SnapshotStarted>(facts[1]).Operation.Kind);
        Assert.Equal(2, facts.Length);
    }

    [Fact]
    public void Starts_as_soon_as_its_snapshot_is_there()
    {
        var computer = Given.Computer().Asked(Given.Immediate(), Given.Noon).Reconciled(Given.Noon.AddMinutes(3), Given.Success);

        Assert.Equal(CloudComputerStatus.Updating, computer.Status);
        Assert.Equal(Given.Noon.AddMinutes(3), computer.PendingUpdate?.StartedAt);
    }

    [Fact]
    public void Starts_at_once_without_a_snapshot()
    {
        var computer = Given.Computer().Asked(Given.Immediate(snapshotFirst: false), Given.Noon);

        Assert.Equal(CloudComputerStatus.Updating, computer.Status);
        Assert.Equal(UpdateSnapshot.NotWanted, computer.PendingUpdate?.Snapshot);
    }

    [Fact]
    public void Is_missed_when_its_snapshot_fails()
    {
        var after = Given.Computer().Asked(Given.Immediate(), Given.Noon).Reconciled(Given.Noon.AddMinutes(3), Given.Failure);

        Assert.Equal((UpdateOutcome.Missed, RejectionCode.SnapshotFailed), (after.LastUpdate?.Outcome, after.LastUpdate?.Reason));
        Assert.Null(after.PendingUpdate);
    }

    [Fact]
    public void Is_refused_while_one_runs() =>
        Given.Refused(RejectionCode.UpdateInProgress, Given.BeingUpdated().Ask(Given.Immediate(version: Given.V3), Given.Midnight.AddHours(1)));

    [Fact]
    public void Is_refused_while_the_machine_is_busy()
    {
        var computer = Given.Computer();
        computer = computer.After(SnapshotRules.Create(computer, "before", Given.Noon));

        Given.Refused(RejectionCode.ComputerBusy, computer.Ask(Given.Immediate(), Given.Noon));
    }

    [Fact]
    public void Is_refused_on_a_deleted_computer() =>
        Given.Refused(RejectionCode.ComputerNotFound, Given.Computer(CloudComputerStatus.Deleted).Ask(Given.Immediate(), Given.Noon));

    [Fact]
    public void Counts_against_today()
    {
        var update = Given.Computer().Asked(Given.Immediate(), Given.Midnight).PendingUpdate!;

        Assert.Equal(Given.Night, update.Date);
        Assert.Equal(new QuotaReservation(Given.Night, update.UpdateId), update.Reservation);
    }
}
