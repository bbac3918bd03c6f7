using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Storage.Tests;

public abstract class Asking_about_the_rest<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly RegionId Hangzhou = new(Sample.Hangzhou);

    [Fact]
    public async Task Images_are_listed_by_region_type_and_version()
    {
        await Store.PutAsync(Sample.Image("m-3"));
        await Store.PutAsync(Sample.Image("m-1") with { CurrentVersion = Sample.New });
        await Store.PutAsync(Sample.Image("m-2") with { Type = ImageType.System });
        await Store.PutAsync(Sample.Image("m-4", "eu-central-1"));

        Assert.Equal(["m-1", "m-2", "m-3"], await ListAsync(null, null));
        Assert.Equal(["m-1", "m-3"], await ListAsync(ImageType.Custom, null));
        Assert.Equal(["m-1"], await ListAsync(ImageType.Custom, Sample.New));
        var page = await Store.Queries.ListImagesAsync(Hangzhou, null, null, null, 2);
        Assert.Equal("m-2", page.NextCursor);
        Assert.Equal("m-3", Assert.Single((await Store.Queries.ListImagesAsync(Hangzhou, null, null, page.NextCursor, 2)).Items).Id.Value);
    }

    [Fact]
    public async Task An_image_that_is_gone_is_neither_listed_nor_counted()
    {
        await Store.PutAsync(Sample.Image("m-1"));
        await Store.PutAsync(Sample.Image("m-2"));
        await Store.PutAsync(Sample.Image("m-2") with { IsDeleted = true });

        Assert.Equal(["m-1"], await ListAsync(null, null));
        Assert.Equal(1, Assert.Single(await Store.Queries.CountVersionsAsync(Hangzhou)).CustomImages);
        await Store.PutAsync(Sample.Image("m-2"));
        Assert.Equal(["m-1", "m-2"], await ListAsync(null, null));
    }

    [Fact]
    public async Task Office_networks_are_counted_over_living_computers()
    {
        await Store.PutAsync(Sample.Computer("ecd-1") with { OfficeNetworkId = "b" });
        await Store.PutAsync(Sample.Computer("ecd-2") with { OfficeNetworkId = "a" });
        await Store.PutAsync(Sample.Computer("ecd-3") with { OfficeNetworkId = "b" });
        await Store.PutAsync(Sample.Computer("ecd-4") with { OfficeNetworkId = "c", Status = CloudComputerStatus.Deleted });
        await Store.PutAsync(Sample.Computer("ecd-5", "eu-central-1"));

        Assert.Equal([new("a", 1), new("b", 2)], await Store.Queries.ListOfficeNetworksAsync(Hangzhou));
    }

    [Fact]
    public async Task Regions_are_listed_by_id()
    {
        foreach (var id in new[] { "us-west-1", "cn-beijing" })
        {
            await Store.WriteAsync(GrainTypes.Region, id, Sample.StateOf(Sample.Region(id)));
        }

        Assert.Equal(["cn-beijing", "us-west-1"], (await Store.Queries.ListRegionsAsync()).Select(region => region.Id.Value));
    }

    [Fact]
    public async Task Versions_are_counted_over_living_computers_and_custom_images()
    {
        await Store.PutAsync(Sample.Computer("ecd-1"));
        await Store.PutAsync(Sample.Computer("ecd-2") with { CurrentVersion = Sample.New });
        await Store.PutAsync(Sample.Computer("ecd-3") with { Status = CloudComputerStatus.Deleted });
        await Store.PutAsync(Sample.Computer("ecd-4", "eu-central-1"));
        await Store.PutAsync(Sample.Image("m-1"));
        await Store.PutAsync(Sample.Image("m-2") with { Type = ImageType.Shared });

        Assert.Equal(
            [new VersionCount(Sample.Old, 1, 1), new VersionCount(Sample.New, 1, 0)],
            await Store.Queries.CountVersionsAsync(Hangzhou));
    }

    [Fact]
    public async Task A_summary_can_be_of_one_region()
    {
        await Store.PutAsync(Sample.Computer("ecd-1"));
        await Store.PutAsync(Sample.Computer("ecd-4", "eu-central-1"));

        Assert.Equal(1, (await Store.Queries.SummarizeAsync(Hangzhou)).Total);
        Assert.Equal(2, (await Store.Queries.SummarizeAsync(null)).Total);
        Assert.Equal(0, (await Store.Queries.SummarizeAsync(new("us-west-1"))).Total);
    }

    private async Task<IEnumerable<string>> ListAsync(ImageType? type, ImageVersion? version) =>
        (await Store.Queries.ListImagesAsync(Hangzhou, type, version is { } one ? [one] : null, null, 10)).Items.Select(image => image.Id.Value);
}
