namespace Wuying.Domain.Tests.Regions;

public sealed class R5_R6_Pushing_a_version
{
    private static int _requests;

    private static readonly Region Automatic = Given.RegionWith(Given.V1);
    private static readonly Region ByHand = Automatic with { AutomaticPush = false };

    [Fact]
    public void Follows_its_publication_while_the_switch_is_on()
    {
        var after = Publish(Automatic);

        Assert.Equal((Given.V2, true, PushScope.CustomImages), (after.LatestPush!.Version, after.LatestPush.IsStart, after.LatestPush.Scope));
        Assert.Equal(PushState.Pushing, after.Latest!.PushState);
    }

    [Fact]
    public void Does_not_follow_its_publication_while_the_switch_is_off()
    {
        var after = Publish(ByHand);

        Assert.Equal((ByHand.LatestPush, PushState.Stopped), (after.LatestPush, after.Latest!.PushState));
    }

    [Fact]
    public void Begins_with_the_latest_version_when_the_switch_is_turned_on()
    {
        var region = Publish(ByHand);

        var after = RegionRules.Change(region, automaticPush: true, null, "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);

        Assert.Equal((Given.V2, PushScope.CustomImages, "operator"), (after.LatestPush!.Version, after.LatestPush.Scope, after.LatestPush.RequestedBy));
        Assert.Equal(PushState.Pushing, after.Latest!.PushState);
    }

    [Fact]
    public void By_hand_reaches_whatever_image_type()
    {
        var after = Start(ByHand, Given.V1, PushScope.Region);

        Assert.Equal((PushScope.Region, after.LatestPush!.Number), (after.Catalogue[0].PushScope, after.Catalogue[0].PushedBy));
        Assert.True(OfferRules.Offer(OnSystemImage, Given.Offer(automatic: false), Given.Calendar, Given.Noon).IsAccepted);
    }

    [Fact]
    public void By_itself_never_reaches_a_system_or_shared_image()
    {
        Given.Refused(RejectionCode.InvalidRequest, OfferRules.Offer(OnSystemImage, Given.Offer(), Given.Calendar, Given.Noon));
        Given.Refused(
            RejectionCode.InvalidRequest,
            OfferRules.Offer(Given.Computer() with { ImageType = ImageType.Shared }, Given.Offer(), Given.Calendar, Given.Noon));
    }

    [Fact]
    public void Needs_a_version_of_the_catalogue() => Given.Refused(
        RejectionCode.VersionNotFound, RegionRules.StartPush(ByHand, Given.V3, PushScope.Region, $"request-{++_requests}", "operator", Given.Noon));

    [Fact]
    public void Leaves_a_push_to_named_computers_to_those()
    {
        var after = Start(ByHand, Given.V1, PushScope.Named);

        Assert.Equal((PushState.Pushing, ByHand.Catalogue[0].PushedBy), (after.Catalogue[0].PushState, after.Catalogue[0].PushedBy));
        Assert.True(after.Catalogue[0].Shows(after.LatestPush!.Number));
    }

    [Fact]
    public void That_stands_is_the_latest_to_a_whole_region_and_the_latest_to_every_image_type()
    {
        var named = Start(Start(Publish(ByHand), Given.V2, PushScope.Region), Given.V1, PushScope.Named);
        Assert.Equal([Given.V2], named.StandingPushes.Select(push => push.Version));

        var byItself = Publish(Start(ByHand, Given.V1, PushScope.Region) with { AutomaticPush = true });
        Assert.Equal([Given.V2, Given.V1], byItself.StandingPushes.Select(push => push.Version));
    }

    [Fact]
    public void By_hand_to_every_image_type_is_not_narrowed_by_the_switch()
    {
        var region = Start(Publish(ByHand), Given.V2, PushScope.Region);

        var after = RegionRules.Change(region, automaticPush: true, null, "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);

        Assert.Equal(PushScope.Region, after.Latest!.PushScope);
    }

    [Fact]
    public void R32_Ordered_twice_by_one_request_is_one_order()
    {
        var started = RegionRules.StartPush(ByHand, Given.V1, PushScope.Region, "request", "operator", Given.Noon).Events.Aggregate(ByHand, RegionRules.Evolve);

        Given.Unchanged(RegionRules.StartPush(started, Given.V1, PushScope.Region, "request", "operator", Given.Noon));
    }

    private static readonly CloudComputer OnSystemImage = Given.Computer() with { ImageType = ImageType.System };

    private static Region Publish(Region region) =>
        RegionRules.Publish(region, Given.V2, 1, Given.Notes, "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);

    private static Region Start(Region region, ImageVersion version, PushScope scope) =>
        RegionRules.StartPush(region, version, scope, $"request-{++_requests}", "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);
}
