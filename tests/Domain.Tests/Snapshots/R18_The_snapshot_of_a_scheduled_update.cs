namespace Wuying.Domain.Tests.Snapshots;

public sealed class R18_The_snapshot_of_a_scheduled_update
{
    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Is_begun_three_or_six_hours_before_the_window(int leadHours)
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night, leadHours: leadHours), Given.Noon);
        var due = Given.Midnight.AddHours(-leadHours);

        Assert.Empty(computer.Reconcile(due - Given.Tick));
        var operation = Assert.IsType<SnapshotStarted>(Assert.Single(computer.Reconcile(due))).Operation;
        Assert.Equal((MachineOperationKind.Snapshotting, computer.PendingUpdate!.UpdateId), (operation.Kind, operation.UpdateId));
    }

    [Fact]
    public void Can_have_a_lead_of_three_or_six_hours_only() =>
        Assert.Equal([3, 6], UpdateRequest.SnapshotLeadHoursAllowed);

    [Fact]
    public void Is_begun_at_once_when_the_lead_time_has_begun()
    {
        var now = Given.Midnight.AddHours(-4);
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night, leadHours: 6), now);

        Assert.IsType<SnapshotStarted>(Assert.Single(computer.Reconcile(now)));
    }

    [Fact]
    public void Is_begun_as_soon_as_a_busy_machine_is_free()
    {
        var due = Given.Midnight.AddHours(-3);
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);
        computer = computer.After(PowerRules.Apply(computer, PowerCommand.Restart, due));

        Assert.Empty(computer.Reconcile(due));
        Assert.Collection(
            computer.Reconcile(due.AddMinutes(2), Given.Success),
            fact => Assert.IsType<OperationSucceeded>(fact),
            fact => Assert.IsType<SnapshotStarted>(fact));
    }

    [Fact]
    public void Is_remembered_by_the_update_it_was_made_for()
    {
        var computer = Given.ReadyForTheNight();
        var snapshot = Assert.Single(computer.Snapshots);

        Assert.Equal((UpdateSnapshot.Ready, snapshot.Id), (computer.PendingUpdate!.Snapshot, computer.PendingUpdate.SnapshotId));
        Assert.Equal((true, Given.V1), (snapshot.IsAutomatic, snapshot.Version));
    }

    [Fact]
    public void Is_made_of_a_connected_or_stopped_computer_too()
    {
        var due = Given.Midnight.AddHours(-3);

        Assert.Single(Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon).Connected(due).Reconcile(due));
        Assert.Single(Given.Computer(CloudComputerStatus.Stopped).Asked(Given.Scheduled(Given.Night), Given.Noon).Reconcile(due));
    }
}
