namespace Wuying.Domain.Tests.Updates;

public sealed class R23_A_missed_update
{
    [Fact]
    public void Is_not_moved_to_another_day()
    {
        var after = Given.ReadyForTheNight().Connected(Given.Noon).Reconciled(Given.Midnight).Reconciled(Given.Five);

        Assert.Null(after.PendingUpdate);
        Assert.Equal((UpdateOutcome.Missed, Given.Night), (after.LastUpdate?.Outcome, after.LastUpdate?.Date));
        Assert.Null(CloudComputerReconciliation.UpdateDueAt(after));
        Assert.All(Enumerable.Range(1, 40), day => Assert.Empty(after.Reconcile(Given.Midnight.AddDays(day))));
    }

    [Fact]
    public void Can_be_asked_for_again()
    {
        var after = Given.ReadyForTheNight().Reconciled(Given.Five);

        Assert.True(after.Ask(Given.Scheduled(Given.Night.AddDays(1)), Given.Five).IsAccepted);
    }
}
