namespace Wuying.Domain.Tests.Regions;

public sealed class R4_Newer_versions
{
    private static readonly ImageVersion Unknown = new("1.5.0-R-20240115.100000");

    [Fact]
    public void May_be_skipped()
    {
        Assert.True(Given.To(Given.V3).IsNewerThan(Given.V1));
        Assert.Equal(Given.V3, Given.Computer().Asked(Given.Scheduled(Given.Night, Given.V3), Given.Noon).PendingUpdate?.Version);
    }

    [Fact]
    public void Are_neither_the_same_nor_older_ones()
    {
        Assert.False(Given.To(Given.V2).IsNewerThan(Given.V2));
        Assert.False(Given.To(Given.V2).IsNewerThan(Given.V3));
    }

    [Fact]
    public void Are_told_by_publication_and_not_by_their_stamps()
    {
        var region = Given.RegionWith(Given.V3, Given.V1, Given.V2);

        Assert.True(region.TargetOf(Given.V1)!.IsNewerThan(Given.V3));
        Assert.True(region.TargetOf(Given.V2)!.IsNewerThan(Given.V3));
        Assert.True(region.TargetOf(Given.V2)!.IsNewerThan(Given.V1));
        Assert.False(region.TargetOf(Given.V3)!.IsNewerThan(Given.V1));
        Assert.False(region.TargetOf(Given.V1)!.IsNewerThan(Given.V2));
    }

    [Fact]
    public void Are_told_by_publication_where_stamps_are_equal()
    {
        var twin = new ImageVersion("2.0.1-R-20240201.100000");
        var region = Given.RegionWith(Given.V2, twin);

        Assert.True(region.TargetOf(twin)!.IsNewerThan(Given.V2));
        Assert.False(region.TargetOf(Given.V2)!.IsNewerThan(twin));
    }

    [Fact]
    public void Are_told_by_their_stamps_where_the_catalogue_does_not_know_one()
    {
        Assert.True(Given.To(Given.V2).IsNewerThan(Unknown));
        Assert.False(Given.To(Given.V1).IsNewerThan(Unknown));
    }

    [Fact]
    public void That_the_catalogue_does_not_know_are_no_targets() => Assert.Null(Given.RegionWith(Given.V1).TargetOf(Unknown));

    [Fact]
    public void Are_the_only_targets_of_any_catalogue() =>
        Gen.Shuffle(new[] { Given.V1, Given.V2, Given.V3, Unknown }).Sample(order =>
        {
            var region = Given.RegionWith(order);
            return order.All(target => order.All(current =>
                region.TargetOf(target)!.IsNewerThan(current) == Array.IndexOf(order, target) > Array.IndexOf(order, current)));
        });

    [Theory]
    [InlineData(UpdateMethod.Immediate)]
    [InlineData(UpdateMethod.Scheduled)]
    public void Are_the_only_ones_to_ask_for(UpdateMethod method)
    {
        var computer = Given.Computer() with { CurrentVersion = Given.V2 };
        var request = method is UpdateMethod.Immediate ? Given.Immediate() : Given.Scheduled(Given.Night);

        Given.Refused(RejectionCode.AlreadyUpToDate, computer.Ask(request, Given.Noon));
        Given.Refused(RejectionCode.AlreadyUpToDate, computer.Ask(request with { Target = Given.To(Given.V1) }, Given.Noon));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Are_the_only_ones_to_start_with_whatever_was_restored_or_imported_meanwhile(int major)
    {
        var computer = Given.ReadyForTheNight() with { CurrentVersion = major == 2 ? Given.V2 : Given.V3 };

        Given.Refused(RejectionCode.AlreadyUpToDate, UpdateRules.Start(computer, Given.Midnight));
        Assert.Equal(RejectionCode.AlreadyUpToDate, computer.Reconciled(Given.Midnight).Reconciled(Given.Five).LastUpdate?.Reason);
    }
}
