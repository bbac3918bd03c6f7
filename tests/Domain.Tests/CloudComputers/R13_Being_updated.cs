namespace Wuying.Domain.Tests.CloudComputers;

public sealed class R13_Being_updated
{
    private static readonly DateTimeOffset Started = Given.Midnight.AddHours(1);

    [Fact]
    public void Takes_ten_to_fifteen_minutes()
    {
        var operation = Given.BeingUpdated().Operation!;

        Assert.Equal((Started.AddMinutes(10), Started.AddMinutes(15)), (operation.FirstPollAt, operation.EndsAt));
        Assert.Equal(Started.AddMinutes(10), CloudComputerReconciliation.OperationDueAt(Given.BeingUpdated()));
    }

    [Fact]
    public void Ends_in_the_state_before_with_the_new_version()
    {
        var after = Given.BeingUpdated().Reconciled(Started.AddMinutes(12), Given.Success);

        Assert.Equal((CloudComputerStatus.Running, Given.V2), (after.Status, after.CurrentVersion));
        Assert.Equal((null, null), (after.Operation, after.PendingUpdate));
    }

    [Fact]
    public void Is_remembered_from_version_to_version()
    {
        var report = new MachineReport(Given.BeingUpdated().Operation!.Id, MachineReportState.Succeeded, Started.AddMinutes(11), null);

        var last = Given.BeingUpdated().Reconciled(Started.AddMinutes(14), _ => report).LastUpdate!;

        Assert.Equal((Given.V1, Given.V2, UpdateOutcome.Succeeded, null), (last.FromVersion, last.Version, last.Outcome, last.Reason));
        Assert.Equal((Started, Started.AddMinutes(11)), (last.StartedAt!.Value, last.FinishedAt));
        Assert.Equal((UpdateMethod.Scheduled, Given.Night, "operator"), (last.Method, last.Date, last.RequestedBy));
    }

    [Fact]
    public void Leaves_the_computer_unusable_meanwhile()
    {
        var computer = Given.BeingUpdated();

        Assert.All(
            Enum.GetValues<PowerCommand>().Where(command => command is not PowerCommand.Unspecified),
            command => Given.Refused(RejectionCode.UpdateInProgress, PowerRules.Apply(computer, command, Started)));
        Given.Refused(RejectionCode.UpdateInProgress, PowerRules.Delete(computer, Started));
    }
}
