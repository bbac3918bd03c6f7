namespace Wuying.Domain.Tests.CloudComputers;

public sealed class R28_Deadlines
{
    [Fact]
    public void Fail_an_update_that_nobody_answers_for()
    {
        var computer = Given.BeingUpdated();
        var deadline = Given.Midnight.AddHours(1).AddMinutes(30);

        Assert.Empty(computer.Reconcile(deadline - Given.Tick));
        Assert.Contains("no answer", Assert.IsType<UpdateFailed>(Assert.Single(computer.Reconcile(deadline))).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Stopped, CloudComputerStatus.Stopped)]
    [InlineData(PowerCommand.Stop, CloudComputerStatus.Running, CloudComputerStatus.Running)]
    [InlineData(PowerCommand.Restart, CloudComputerStatus.Running, CloudComputerStatus.Faulted)]
    public void End_every_way_up_and_down(PowerCommand command, CloudComputerStatus before, CloudComputerStatus after)
    {
        var computer = Given.Computer(before);
        computer = computer.After(PowerRules.Apply(computer, command, Given.Noon));
        var deadline = computer.Operation!.DeadlineAt;

        Assert.Empty(computer.Reconcile(deadline - Given.Tick));
        Assert.Equal((after, null), (computer.Reconciled(deadline).Status, computer.Reconciled(deadline).Operation));
    }

    [Fact]
    public void End_a_snapshot()
    {
        var computer = Given.Computer().Asked(Given.Immediate(), Given.Noon);

        var after = computer.Reconciled(Given.Noon.AddMinutes(8));

        Assert.Equal((null, null, UpdateOutcome.Missed), (after.Operation, after.PendingUpdate, after.LastUpdate?.Outcome));
    }

    [Fact]
    public void End_a_restore()
    {
        var faulted = Given.BeingUpdated().Reconciled(Given.Five, Given.Failure);
        var restoring = faulted.After(SnapshotRules.Restore(faulted, faulted.Snapshots[0].Id, stopFirst: false, Given.Five));

        Assert.Equal(CloudComputerStatus.Faulted, restoring.Reconciled(Given.Five.AddMinutes(10)).Status);
    }

    [Theory]
    [InlineData(MachineReportState.Unknown)]
    [InlineData(MachineReportState.Running)]
    public void Are_not_put_off_by_a_machine_that_does_not_finish(MachineReportState state)
    {
        var computer = Given.BeingUpdated();
        MachineReport Report(CloudComputer _) => new(computer.Operation!.Id, state, null, null);

        Assert.Empty(computer.Reconcile(Given.Midnight.AddHours(1).AddMinutes(20), Report));
        Assert.IsType<UpdateFailed>(Assert.Single(computer.Reconcile(Given.Midnight.AddHours(1).AddMinutes(30), Report)));
    }

    [Fact]
    public void Come_second_to_a_late_answer() =>
        Assert.IsType<UpdateSucceeded>(Assert.Single(Given.BeingUpdated().Reconcile(Given.Five.AddDays(1), Given.Success)));

    [Fact]
    public void Are_not_met_by_the_answer_about_another_operation()
    {
        var stale = new MachineReport("ecd-1-o1", MachineReportState.Succeeded, null, null);

        Assert.Empty(Given.BeingUpdated().Reconcile(Given.Midnight.AddHours(1).AddMinutes(12), _ => stale));
    }

    [Fact]
    public void Work_half_done_by_another_silo_is_the_same_work_again()
    {
        var computer = Given.ReadyForTheNight();

        Assert.Equal(computer.Reconcile(Given.Midnight), computer.Reconcile(Given.Midnight));
    }
}
