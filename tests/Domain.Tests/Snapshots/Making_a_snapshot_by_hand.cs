namespace Wuying.Domain.Tests.Snapshots;

public sealed class Making_a_snapshot_by_hand
{
    [Fact]
    public void Keeps_its_name_and_is_not_automatic()
    {
        var computer = Given.Computer();

        var after = computer.After(SnapshotRules.Create(computer, "before the fair", Given.Noon)).Reconciled(Given.Noon.AddMinutes(4), Given.Success);

        var snapshot = Assert.Single(after.Snapshots);
        Assert.Equal(("before the fair", false, CloudComputerStatus.Running), (snapshot.Name, snapshot.IsAutomatic, snapshot.StatusThen));
    }

    [Fact]
    public void Leaves_the_computer_usable()
    {
        var computer = Given.Computer();
        computer = computer.After(SnapshotRules.Create(computer, "now", Given.Noon));

        Assert.Equal(CloudComputerStatus.Running, computer.Status);
        Assert.True(SessionRules.Connect(computer, Given.Ann, Given.Noon).IsAccepted);
    }

    [Fact]
    public void Is_refused_during_an_update() => Given.Refused(
        RejectionCode.UpdateInProgress, SnapshotRules.Create(Given.BeingUpdated(), "now", Given.Midnight.AddHours(1)));

    [Fact]
    public void Is_refused_while_another_is_made()
    {
        var computer = Given.Computer().Asked(Given.Immediate(), Given.Noon);

        Given.Refused(RejectionCode.ComputerBusy, SnapshotRules.Create(computer, "now", Given.Noon));
    }

    [Fact]
    public void Is_refused_on_a_deleted_computer() => Given.Refused(
        RejectionCode.ComputerNotFound, SnapshotRules.Create(Given.Computer(CloudComputerStatus.Deleted), "now", Given.Noon));
}
