namespace Wuying.Domain.Tests.Regions;

public sealed class R1_A_region
{
    private static readonly Region Region = Given.RegionWith();

    [Fact]
    public void Pushes_by_itself_and_updates_a_thousand_a_day_unless_told_otherwise() =>
        Assert.Equal((true, 1_000, "Asia/Shanghai"), (Region.AutomaticPush, Region.DailyUpdateQuota, Region.TimeZone));

    [Fact]
    public void Of_the_product_has_a_zone_that_this_machine_knows() =>
        Assert.All(ProductRegion.All, region => Assert.Equal(region.Calendar, ProductRegion.CalendarOf(region.Id)));

    [Fact]
    public void That_the_product_does_not_have_is_not_found()
    {
        Assert.Null(ProductRegion.Find(new RegionId("mars-1")));
        Assert.Null(ProductRegion.Find(default));
    }

    [Fact]
    public void R32_Added_twice_is_unchanged() =>
        Given.Unchanged(RegionRules.Add(Region, ProductRegion.Find(Region.Id)!, Given.Noon));

    [Fact]
    public void Has_settings_that_can_be_changed()
    {
        var decision = RegionRules.Change(Region, automaticPush: false, dailyUpdateQuota: 7, "operator", Given.Noon);

        var changed = decision.Events.Aggregate(Region, RegionRules.Evolve);
        Assert.Equal((false, 7), (changed.AutomaticPush, changed.DailyUpdateQuota));
        Given.Unchanged(RegionRules.Change(changed, automaticPush: false, dailyUpdateQuota: 7, "operator", Given.Noon));
        Given.Unchanged(RegionRules.Change(changed, automaticPush: null, dailyUpdateQuota: null, "operator", Given.Noon));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(10_000_001)]
    public void Refuses_a_quota_out_of_bounds(int quota) =>
        Given.Refused(RejectionCode.InvalidRequest, RegionRules.Change(Region, null, quota, "operator", Given.Noon));

    [Theory]
    [InlineData(0)]
    [InlineData(10_000_000)]
    public void Takes_a_quota_at_the_bounds(int quota) =>
        Assert.True(RegionRules.Change(Region, null, quota, "operator", Given.Noon).IsAccepted);
}
