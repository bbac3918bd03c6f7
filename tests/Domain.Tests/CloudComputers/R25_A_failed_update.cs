namespace Wuying.Domain.Tests.CloudComputers;

public sealed class R25_A_failed_update
{
    private static readonly CloudComputer After = Given.BeingUpdated().Reconciled(Given.Midnight.AddHours(1).AddMinutes(12), Given.Failure);

    [Fact]
    public void Leaves_the_computer_faulted_at_its_old_version() =>
        Assert.Equal((CloudComputerStatus.Faulted, Given.V1), (After.Status, After.CurrentVersion));

    [Fact]
    public void Keeps_the_reason()
    {
        Assert.Equal("Disk full.", After.FaultReason);
        Assert.Equal((UpdateOutcome.Failed, RejectionCode.UpdateFailed), (After.LastUpdate?.Outcome, After.LastUpdate?.Reason));
    }

    [Fact]
    public void Leaves_the_snapshot_to_go_back_to() =>
        Assert.Equal(After.LastUpdate?.SnapshotId, Assert.Single(After.Snapshots).Id);

    [Fact]
    public void Is_not_tried_again_by_itself() => Assert.Empty(After.Reconcile(Given.Midnight.AddHours(2)));
}
