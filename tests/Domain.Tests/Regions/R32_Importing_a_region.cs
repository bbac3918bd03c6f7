namespace Wuying.Domain.Tests.Regions;

public sealed class R32_Importing_a_region
{
    private static readonly Region Blank = Given.RegionWith();
    private static readonly Region Told = Given.RegionWith(Given.V1, Given.V2) with { DailyUpdateQuota = 5, ImportFingerprint = "a" };

    [Fact]
    public void A_region_that_published_nothing_becomes_what_is_told()
    {
        var region = After(Blank, Told);

        Assert.Equal(Told with { PushesImported = 2 }, region);
    }

    [Fact]
    public void R5_Orders_go_on_counting_where_they_stood()
    {
        var region = After(Blank, Told);
        var published = RegionRules.Publish(region, Given.V3, 1, Given.Notes, "operator", Given.Noon).Events.Aggregate(region, RegionRules.Evolve);

        Assert.Equal(3, published.LatestPush!.Number);
        Assert.True(published.LatestPush.Number > published.PushesImported);
    }

    [Fact]
    public void The_same_again_changes_nothing_whatever_happened_since()
    {
        var region = After(Blank, Told) with { DailyUpdateQuota = 7, Catalogue = [] };

        Given.Unchanged(RegionRules.Import(region, Told, Given.Noon));
    }

    [Fact]
    public void A_region_with_a_life_of_its_own_only_gains_the_versions_it_lacks()
    {
        var known = Given.RegionWith(Given.V1, Given.V3) with { AutomaticPush = false };

        var region = After(known, Told with { Catalogue = [.. Told.Catalogue.Select(entry => entry with { PublishedAt = Given.Noon.AddHours(-1) })] });

        Assert.Equal([Given.V2, Given.V1, Given.V3], region.Catalogue.Select(entry => entry.Version));
        Assert.Equal((PushState.Stopped, 0), (region.Catalogue[0].PushState, region.Catalogue[0].PushedBy));
        Assert.Equal((known.DailyUpdateQuota, known.AutomaticPush, known.LatestPush), (region.DailyUpdateQuota, region.AutomaticPush, region.LatestPush));
    }

    [Fact]
    public void A_catalogue_stays_within_its_bounds() => Given.Refused(
        RejectionCode.InvalidRequest,
        RegionRules.Import(Blank, Told with { Catalogue = [.. Enumerable.Repeat(Told.Catalogue[0], Region.CatalogueMax + 1)] }, Given.Noon));

    private static Region After(Region known, Region told) =>
        RegionRules.Import(known, told, Given.Noon).Events.Aggregate(known, RegionRules.Evolve);
}
