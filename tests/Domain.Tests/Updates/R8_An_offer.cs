namespace Wuying.Domain.Tests.Updates;

public sealed class R8_An_offer
{
    [Fact]
    public void Waits_for_the_users_decision()
    {
        var update = Given.Offered().PendingUpdate!;

        Assert.Equal((UpdateMethod.Offered, PendingUpdateState.Offered, Given.V2), (update.Method, update.State, update.Version));
        Assert.Null(update.Reservation);
        Assert.Null(CloudComputerReconciliation.UpdateDueAt(Given.Offered()));
        Assert.Empty(Given.Offered().Reconcile(Given.Noon.AddDays(90)));
    }

    [Fact]
    public void Is_not_a_start() => Given.Refused(RejectionCode.NoPendingUpdate, UpdateRules.Start(Given.Offered(), Given.Noon));

    [Fact]
    public void Gives_way_to_that_of_a_newer_push()
    {
        var facts = Offer(Given.Offered(), Given.V3, push: 2).Events;

        var after = CloudComputerEvolution.Evolve(Given.Offered(), facts);
        Assert.Equal(Given.V3, after.PendingUpdate!.Version);
        Assert.Equal((UpdateOutcome.Superseded, Given.Offered().PendingUpdate!.UpdateId), (after.LastUpdate!.Outcome, after.LastUpdate.UpdateId));
    }

    [Fact]
    public void Does_not_give_way_to_an_older_version_that_is_pushed_later()
    {
        var newest = Given.Computer().After(Offer(Given.Computer(), Given.V3));

        Given.Refused(RejectionCode.Superseded, Offer(newest, Given.V2, push: 2));
    }

    [Fact]
    public void Of_an_older_push_comes_too_late() => Given.Unchanged(Offer(
        Given.Offered().After(Offer(Given.Offered(), Given.V3, push: 5)), Given.V2, push: 4));

    [Fact]
    public void R32_Pushed_again_stays_the_same_offer()
    {
        var after = Given.Offered().After(Offer(Given.Offered(), Given.V2, push: 2));

        Assert.Equal(Given.Offered().PendingUpdate, after.PendingUpdate);
        Assert.Equal(2, after.PushNumber);
    }

    [Fact]
    public void Never_takes_the_place_of_what_somebody_decided()
    {
        Given.Refused(RejectionCode.ComputerBusy, Offer(Given.ReadyForTheNight(), Given.V3, push: 2));
        Given.Refused(RejectionCode.ComputerBusy, Offer(Given.Accepted(inHours: 4), Given.V3, push: 2));
        Given.Refused(RejectionCode.UpdateInProgress, Offer(Given.BeingUpdated(), Given.V3, push: 2));
    }

    [Fact]
    public void Gives_way_to_a_request()
    {
        var scheduled = Given.Offered().Asked(Given.Scheduled(Given.Night, Given.V3), Given.Noon);

        Assert.Equal((UpdateMethod.Scheduled, Given.V3), (scheduled.PendingUpdate!.Method, scheduled.PendingUpdate.Version));
        Given.Refused(RejectionCode.NotOffered, OfferRules.Accept(scheduled, Given.Yes(), Given.Calendar, Given.Noon));
    }

    [Fact]
    public void Is_of_something_newer_to_a_computer_that_is_there()
    {
        Given.Refused(RejectionCode.AlreadyUpToDate, Offer(Given.Computer() with { CurrentVersion = Given.V2 }, Given.V2));
        Given.Refused(RejectionCode.ComputerNotFound, Offer(Given.Computer(CloudComputerStatus.Deleted), Given.V2));
    }

    [Fact]
    public void Can_be_declined_and_twice_is_unchanged()
    {
        var declined = Given.Offered().After(OfferRules.Decline(Given.Offered(), Given.Ann, Given.Noon));

        Assert.Null(declined.PendingUpdate);
        Given.Unchanged(OfferRules.Decline(declined, Given.Ann, Given.Noon));
        Given.Unchanged(Offer(declined, Given.V2));
        Assert.True(Offer(declined, Given.V2, push: 2).IsAccepted);
    }

    [Fact]
    public void Is_decided_by_assigned_users_only()
    {
        Given.Refused(RejectionCode.NotEntitled, OfferRules.Decline(Given.Offered(), new UserId("eve"), Given.Noon));
        Given.Refused(
            RejectionCode.NotEntitled,
            OfferRules.Accept(Given.Offered(), Given.Yes() with { UserId = new UserId("eve") }, Given.Calendar, Given.Noon));
    }

    [Fact]
    public void Must_be_there_to_be_decided()
    {
        Given.Refused(RejectionCode.NotOffered, OfferRules.Accept(Given.Computer(), Given.Yes(), Given.Calendar, Given.Noon));
        Given.Refused(RejectionCode.NotOffered, OfferRules.Decline(Given.Computer(), Given.Ann, Given.Noon));
        Given.Refused(RejectionCode.UpdateInProgress, OfferRules.Decline(Running(), Given.Ann, Given.Noon));
    }

    private static CloudComputer Running() => Given.Accepted(inHours: 0).Reconciled(Given.Noon.AddMinutes(3), Given.Success);

    private static Decision<CloudComputerEvent> Offer(CloudComputer computer, ImageVersion version, int push = 1) =>
        OfferRules.Offer(computer, Given.Offer(version, push), Given.Calendar, Given.Noon);
}
