namespace Wuying.Domain.Tests.Snapshots;

public sealed class R26_Restoring
{
    private static readonly DateTimeOffset Now = Given.Midnight.AddHours(2);

    [Fact]
    public void Brings_back_the_version_of_the_snapshot_after_a_failed_update()
    {
        var faulted = Given.BeingUpdated().Reconciled(Now, Given.Failure);

        var after = Restoring(faulted).Reconciled(Now.AddMinutes(5), Given.Success);

        Assert.Equal((CloudComputerStatus.Running, Given.V1, null), (after.Status, after.CurrentVersion, after.FaultReason));
    }

    [Fact]
    public void Goes_back_to_the_earlier_image_after_a_success()
    {
        var after = Restoring(Stopped(Given.BeingUpdated().Reconciled(Now, Given.Success))).Reconciled(Now.AddMinutes(5), Given.Success);

        Assert.Equal((CloudComputerStatus.Running, Given.V1), (after.Status, after.CurrentVersion));
    }

    [Fact]
    public void Takes_about_five_minutes()
    {
        var operation = Restoring(Given.BeingUpdated().Reconciled(Now, Given.Failure)).Operation!;

        Assert.Equal((MachineOperationKind.Restoring, Now.AddMinutes(5)), (operation.Kind, operation.EndsAt));
    }

    [Fact]
    public void Needs_a_stopped_or_faulted_computer() =>
        Given.Refused(RejectionCode.ComputerNotStopped, Restore(Given.ReadyForTheNight()));

    [Fact]
    public void Is_refused_during_an_update() =>
        Given.Refused(RejectionCode.UpdateInProgress, Restore(Given.BeingUpdated()));

    [Fact]
    public void Is_refused_while_the_machine_is_busy()
    {
        var stopped = Stopped(Given.BeingUpdated().Reconciled(Now, Given.Success));
        var starting = stopped.After(PowerRules.Apply(stopped, PowerCommand.Start, Now));

        Given.Refused(RejectionCode.ComputerBusy, Restore(starting));
    }

    [Fact]
    public void Needs_a_snapshot_that_the_computer_has() => Given.Refused(
        RejectionCode.SnapshotNotFound,
        SnapshotRules.Restore(Given.Computer(CloudComputerStatus.Stopped), new SnapshotId("ecd-1-s99"), stopFirst: false, Now));

    [Fact]
    public void Is_refused_on_a_deleted_computer() => Given.Refused(
        RejectionCode.ComputerNotFound,
        SnapshotRules.Restore(Given.Computer(CloudComputerStatus.Deleted), new SnapshotId("ecd-1-s1"), stopFirst: false, Now));

    [Fact]
    public void R32_Asked_for_twice_changes_nothing() =>
        Given.Unchanged(Restore(Restoring(Given.BeingUpdated().Reconciled(Now, Given.Failure))));

    [Fact]
    public void That_fails_leaves_the_computer_faulted_with_the_reason()
    {
        var after = Restoring(Given.BeingUpdated().Reconciled(Now, Given.Failure)).Reconciled(Now.AddMinutes(5), Given.Failure);

        Assert.Equal((CloudComputerStatus.Faulted, "Disk full."), (after.Status, after.FaultReason));
    }

    [Fact]
    public void Stops_a_running_computer_first_when_told_to()
    {
        var updated = Given.BeingUpdated().Reconciled(Now, Given.Success).Connected(Now);

        var stopping = updated.After(Restore(updated, stopFirst: true));
        Assert.Equal((CloudComputerStatus.Stopping, false), (stopping.Status, stopping.IsConnected));
        Given.Unchanged(Restore(stopping, stopFirst: true));

        var restoring = stopping.Reconciled(Now.AddMinutes(1), Given.Success);
        Assert.Equal((CloudComputerStatus.Restoring, MachineOperationKind.Restoring), (restoring.Status, restoring.Operation!.Kind));

        var restored = restoring.Reconciled(Now.AddMinutes(6), Given.Success);
        Assert.Equal((CloudComputerStatus.Running, Given.V1), (restored.Status, restored.CurrentVersion));
    }

    [Fact]
    public void Does_not_go_back_when_the_computer_cannot_be_stopped()
    {
        var updated = Given.BeingUpdated().Reconciled(Now, Given.Success);

        var after = updated.After(Restore(updated, stopFirst: true)).Reconciled(Now.AddMinutes(1), Given.Failure);

        Assert.Equal((CloudComputerStatus.Running, Given.V2, "Disk full."), (after.Status, after.CurrentVersion, after.FaultReason));
        Assert.Null(after.Operation);
    }

    private static Decision<CloudComputerEvent> Restore(CloudComputer computer, bool stopFirst = false) =>
        SnapshotRules.Restore(computer, computer.Snapshots[0].Id, stopFirst, Now);

    private static CloudComputer Restoring(CloudComputer computer) => computer.After(Restore(computer));

    private static CloudComputer Stopped(CloudComputer computer) =>
        computer.After(PowerRules.Apply(computer, PowerCommand.Stop, Now)).Reconciled(Now, Given.Success);
}
