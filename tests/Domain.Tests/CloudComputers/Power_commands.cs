namespace Wuying.Domain.Tests.CloudComputers;

public sealed class Power_commands
{
    [Theory]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Stopped, CloudComputerStatus.Starting, CloudComputerStatus.Running)]
    [InlineData(PowerCommand.Stop, CloudComputerStatus.Running, CloudComputerStatus.Stopping, CloudComputerStatus.Stopped)]
    [InlineData(PowerCommand.Restart, CloudComputerStatus.Running, CloudComputerStatus.Restarting, CloudComputerStatus.Running)]
    public void Take_a_computer_where_they_say(
        PowerCommand command, CloudComputerStatus before, CloudComputerStatus meanwhile, CloudComputerStatus after)
    {
        var begun = Applied(Given.Computer(before), command);

        Assert.Equal(meanwhile, begun.Status);
        Assert.Equal(after, begun.Reconciled(Given.Noon.AddMinutes(2), Given.Success).Status);
    }

    [Theory]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Running)]
    [InlineData(PowerCommand.Stop, CloudComputerStatus.Stopped)]
    public void R32_Are_unchanged_when_the_computer_is_there_already(PowerCommand command, CloudComputerStatus status) =>
        Given.Unchanged(PowerRules.Apply(Given.Computer(status), command, Given.Noon));

    [Theory]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Stopped)]
    [InlineData(PowerCommand.Stop, CloudComputerStatus.Running)]
    public void R32_Are_unchanged_when_the_computer_is_on_its_way(PowerCommand command, CloudComputerStatus status) =>
        Given.Unchanged(PowerRules.Apply(Applied(Given.Computer(status), command), command, Given.Noon));

    [Theory]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Faulted, RejectionCode.ComputerNotStopped)]
    [InlineData(PowerCommand.Stop, CloudComputerStatus.Faulted, RejectionCode.ComputerNotRunning)]
    [InlineData(PowerCommand.Restart, CloudComputerStatus.Stopped, RejectionCode.ComputerNotRunning)]
    [InlineData(PowerCommand.Start, CloudComputerStatus.Deleted, RejectionCode.ComputerNotFound)]
    public void Are_refused_from_elsewhere(PowerCommand command, CloudComputerStatus status, RejectionCode code) =>
        Given.Refused(code, PowerRules.Apply(Given.Computer(status), command, Given.Noon));

    [Fact]
    public void Are_refused_while_the_machine_is_busy()
    {
        var restarting = Applied(Given.Computer(), PowerCommand.Restart);

        Given.Refused(RejectionCode.ComputerBusy, PowerRules.Apply(restarting, PowerCommand.Stop, Given.Noon));
        Given.Refused(RejectionCode.ComputerBusy, PowerRules.Delete(restarting, Given.Noon));
    }

    [Theory]
    [InlineData(PowerCommand.Stop)]
    [InlineData(PowerCommand.Restart)]
    public void End_the_session(PowerCommand command)
    {
        var decision = PowerRules.Apply(Given.Computer().Connected(Given.Noon), command, Given.Noon);

        Assert.IsType<UserDisconnected>(decision.Events[0]);
        Assert.IsType<OperationStarted>(decision.Events[1]);
    }

    [Fact]
    public void Forget_an_old_failure_once_they_succeed()
    {
        var failed = Applied(Given.Computer(CloudComputerStatus.Stopped), PowerCommand.Start).Reconciled(Given.Noon.AddMinutes(1), Given.Failure);
        Assert.Equal("Disk full.", failed.FaultReason);

        Assert.Null(Applied(failed, PowerCommand.Start).Reconciled(Given.Noon.AddMinutes(2), Given.Success).FaultReason);
    }

    [Fact]
    public void Delete_a_computer_with_its_update_and_its_session()
    {
        var decision = PowerRules.Delete(Given.ReadyForTheNight().Connected(Given.Noon), Given.Noon);

        Assert.Collection(
            decision.Events,
            fact => Assert.IsType<UpdateCancelled>(fact),
            fact => Assert.IsType<UserDisconnected>(fact),
            fact => Assert.IsType<ComputerDeleted>(fact));
        Given.Unchanged(PowerRules.Delete(Given.Computer(CloudComputerStatus.Deleted), Given.Noon));
    }

    private static CloudComputer Applied(CloudComputer computer, PowerCommand command) =>
        computer.After(PowerRules.Apply(computer, command, Given.Noon));
}
