namespace Wuying.Domain.Tests.Regions;

public sealed class R7_Stopping_a_push
{
    private static int _requests;

    private static readonly Region Pushing = Started(Given.RegionWith(Given.V1, Given.V2) with { AutomaticPush = false });

    [Fact]
    public void Is_refused_while_the_automatic_switch_is_on() =>
        Given.Refused(RejectionCode.AutomaticPushEnabled, Stop(Pushing with { AutomaticPush = true }, PushScope.Region));

    [Fact]
    public void Ends_what_earlier_orders_show()
    {
        var stopped = Stop(Pushing, PushScope.Region).Events.Aggregate(Pushing, RegionRules.Evolve);

        Assert.Equal(PushState.Stopped, stopped.Latest!.PushState);
        Assert.False(stopped.Latest.Shows(Pushing.LatestPush!.Number));

        var again = Started(stopped);
        Assert.False(again.Latest!.Shows(Pushing.LatestPush.Number));
        Assert.True(again.Latest.Shows(again.LatestPush!.Number));
    }

    [Fact]
    public void Leaves_the_others_their_offers_when_it_names_computers()
    {
        var region = Stop(Pushing, PushScope.Named).Events.Aggregate(Pushing, RegionRules.Evolve);

        Assert.Equal(PushState.Pushing, region.Latest!.PushState);
        Assert.True(region.Latest.Shows(Pushing.LatestPush!.Number));
    }

    [Fact]
    public void R32_Twice_is_unchanged() =>
        Given.Unchanged(Stop(Stop(Pushing, PushScope.Region).Events.Aggregate(Pushing, RegionRules.Evolve), PushScope.Region));

    [Fact]
    public void Withdraws_an_offer_that_nobody_accepted()
    {
        var after = Given.Offered().After(Withdraw(Given.Offered()));

        Assert.Null(after.PendingUpdate);
        Assert.Equal((UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest), (after.LastUpdate!.Outcome, after.LastUpdate.Reason));
        Given.Refused(RejectionCode.NotOffered, OfferRules.Accept(after, Given.Yes(), Given.Calendar, Given.Noon));
    }

    [Fact]
    public void Leaves_accepted_scheduled_and_running_updates_alone()
    {
        Given.Unchanged(Withdraw(Given.Accepted(inHours: 4)));
        Given.Unchanged(Withdraw(Given.ReadyForTheNight()));
        Given.Unchanged(Withdraw(Given.BeingUpdated()));
    }

    [Fact]
    public void Of_another_version_leaves_the_offer() =>
        Given.Unchanged(OfferRules.Withdraw(Given.Offered(), new OfferWithdrawal(Given.V3, 2, IsNamed: false, "operator"), Given.Noon));

    [Fact]
    public void Keeps_offers_away_that_are_still_on_their_way_to_a_named_computer()
    {
        var named = Given.Computer().After(OfferRules.Withdraw(Given.Computer(), new OfferWithdrawal(Given.V2, 2, IsNamed: true, "operator"), Given.Noon));

        Given.Unchanged(OfferRules.Offer(named, Given.Offer(push: 1), Given.Calendar, Given.Noon));
        Assert.True(OfferRules.Offer(named, Given.Offer(push: 3), Given.Calendar, Given.Noon).IsAccepted);
    }

    [Fact]
    public void For_a_named_computer_keeps_no_other_version_away()
    {
        var named = Given.Computer().After(OfferRules.Withdraw(Given.Computer(), new OfferWithdrawal(Given.V2, 2, IsNamed: true, "operator"), Given.Noon));

        Assert.True(OfferRules.Offer(named, Given.Offer(Given.V3, push: 1), Given.Calendar, Given.Noon).IsAccepted);
        Given.Unchanged(OfferRules.Withdraw(named, new OfferWithdrawal(Given.V2, 2, IsNamed: true, "operator"), Given.Noon));
    }

    [Fact]
    public void Withdraws_for_good_and_keeps_no_other_version_away()
    {
        var withdrawn = Given.Offered().After(Withdraw(Given.Offered()));

        Given.Unchanged(OfferRules.Offer(withdrawn, Given.Offer(push: 2), Given.Calendar, Given.Noon));
        Assert.True(OfferRules.Offer(withdrawn, Given.Offer(Given.V3, push: 2), Given.Calendar, Given.Noon).IsAccepted);
        Assert.True(OfferRules.Offer(withdrawn, Given.Offer(push: 3), Given.Calendar, Given.Noon).IsAccepted);
    }

    [Fact]
    public void Withdraws_an_offer_also_when_the_computer_has_got_the_version_otherwise() =>
        Assert.True(Withdraw(Given.Offered() with { CurrentVersion = Given.V2 }).IsAccepted);

    [Fact]
    public void That_comes_after_a_newer_push_withdraws_nothing()
    {
        var renewed = Given.Offered().After(OfferRules.Offer(Given.Offered(), Given.Offer(push: 3), Given.Calendar, Given.Noon));

        Given.Unchanged(Withdraw(renewed));
    }

    private static Decision<CloudComputerEvent> Withdraw(CloudComputer computer) =>
        OfferRules.Withdraw(computer, new OfferWithdrawal(Given.V2, 2, IsNamed: false, "operator"), Given.Noon);

    private static Decision<RegionEvent> Stop(Region region, PushScope scope) => RegionRules.StopPush(region, Given.V2, scope, $"request-{++_requests}", "operator", Given.Noon);

    private static Region Started(Region region) =>
        RegionRules.StartPush(region, Given.V2, PushScope.Region, $"request-{++_requests}", "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);
}
