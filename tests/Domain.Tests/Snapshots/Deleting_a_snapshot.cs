namespace Wuying.Domain.Tests.Snapshots;

public sealed class Deleting_a_snapshot
{
    private static readonly SnapshotId First = new("ecd-1-s1");
    private static readonly SnapshotId Second = new("ecd-1-s2");

    [Fact]
    public void Leaves_the_others()
    {
        var computer = Keeping(First, Second);

        Assert.Equal(Second, Assert.Single(computer.After(SnapshotRules.Delete(computer, First, Given.Noon)).Snapshots).Id);
    }

    [Fact]
    public void Is_refused_for_one_that_is_not_there() =>
        Given.Refused(RejectionCode.SnapshotNotFound, SnapshotRules.Delete(Keeping(First), Second, Given.Noon));

    [Fact]
    public void Is_refused_on_a_deleted_computer() =>
        Given.Refused(RejectionCode.ComputerNotFound, SnapshotRules.Delete(Keeping(First) with { Status = CloudComputerStatus.Deleted }, First, Given.Noon));

    [Fact]
    public void R27_Is_refused_while_an_update_depends_on_it()
    {
        var computer = Given.BeingUpdated();
        var needed = computer.PendingUpdate!.SnapshotId!.Value;

        Given.Refused(RejectionCode.ComputerBusy, SnapshotRules.Delete(computer, needed, Given.Noon));
    }

    [Theory]
    [InlineData(CloudComputerStatus.Stopped)]
    [InlineData(CloudComputerStatus.Running)]
    public void R26_Is_refused_while_the_computer_goes_back_to_it(CloudComputerStatus status)
    {
        var computer = Keeping(First, Second) with { Status = status };
        var restoring = computer.After(SnapshotRules.Restore(computer, First, stopFirst: true, Given.Noon));

        Given.Refused(RejectionCode.ComputerBusy, SnapshotRules.Delete(restoring, First, Given.Noon));
        Assert.True(SnapshotRules.Delete(restoring, Second, Given.Noon).IsAccepted);
    }

    private static CloudComputer Keeping(params SnapshotId[] ids) => Given.Computer() with
    {
        NextNumber = 10,
        Snapshots = [.. ids.Select(id => new Snapshot(id, "by hand", Given.Noon, IsAutomatic: false, Given.V1, CloudComputerStatus.Running))],
    };
}
