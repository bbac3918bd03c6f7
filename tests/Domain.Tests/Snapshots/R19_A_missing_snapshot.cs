namespace Wuying.Domain.Tests.Snapshots;

public sealed class R19_A_missing_snapshot
{
    private static readonly DateTimeOffset Due = Given.Midnight.AddHours(-3);

    [Fact]
    public void Stands_against_the_start()
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night), Given.Noon);

        Given.Refused(RejectionCode.SnapshotMissing, UpdateRules.Start(computer, Given.Midnight));
        Given.Refused(RejectionCode.SnapshotMissing, UpdateRules.Start(computer.Reconciled(Given.Midnight), Given.Midnight));
    }

    [Fact]
    public void Is_tried_again_after_five_minutes()
    {
        var failed = Failed(Due);

        Assert.Empty(failed.Reconcile(Due.AddMinutes(8) - Given.Tick));
        Assert.IsType<SnapshotStarted>(Assert.Single(failed.Reconcile(Due.AddMinutes(8))));
        Assert.Equal(Due.AddMinutes(8), CloudComputerReconciliation.UpdateDueAt(failed));
    }

    [Theory]
    [InlineData("2024-05-10T17:00:00Z")]
    [InlineData("2024-05-10T20:45:00Z")]
    [InlineData("2024-05-10T20:59:59Z")]
    public void Is_tried_again_until_the_window_ends(string now) =>
        Assert.Contains(Failed(Due).Reconcile(Given.Utc(now)), fact => fact is SnapshotStarted);

    [Fact]
    public void Is_not_tried_again_when_the_window_has_ended() =>
        Assert.IsType<UpdateMissed>(Assert.Single(Failed(Due).Reconcile(Given.Five)));

    [Fact]
    public void Lets_the_update_start_once_it_is_there_after_all()
    {
        var computer = Failed(Given.Midnight).Reconciled(Given.Midnight.AddMinutes(8));

        Assert.Collection(
            computer.Reconcile(Given.Midnight.AddMinutes(11), Given.Success),
            fact => Assert.IsType<SnapshotCompleted>(fact),
            fact => Assert.IsType<UpdateStarted>(fact));
    }

    [Fact]
    public void Is_the_reason_of_the_missed_update()
    {
        var after = Failed(Given.Midnight).Reconciled(Given.Midnight.AddMinutes(4)).Reconciled(Given.Five);

        Assert.Equal((UpdateOutcome.Missed, RejectionCode.SnapshotMissing), (after.LastUpdate?.Outcome, after.LastUpdate?.Reason));
    }

    /// <summary>A computer whose update's snapshot began at an instant and failed three minutes later.</summary>
    private static CloudComputer Failed(DateTimeOffset at) => Given.Computer()
        .Asked(Given.Scheduled(Given.Night), Given.Noon)
        .Reconciled(at)
        .Reconciled(at.AddMinutes(3), Given.Failure);
}
