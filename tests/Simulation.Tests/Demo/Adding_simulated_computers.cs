using System.Collections.Immutable;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Simulation;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Harness;
using Wuying.Simulation.Demo;

namespace Wuying.Simulation.Tests.Demo;

public sealed class Adding_simulated_computers : IDisposable
{
    private static readonly DateTimeOffset Evening = DateTimeOffset.Parse("2023-10-24T10:00:00Z");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Makes_the_fleet_that_it_would_have_been_from_the_start()
    {
        await using var grown = await StartAsync("grown.db", computers: 40);
        await using var large = await StartAsync("large.db", computers: 100);

        Assert.Equal(60, await MakerOf(grown).AddAsync(60, null, "more", "test"));

        Assert.Equal(await BriefAsync(large), await BriefAsync(grown));
    }

    [Fact]
    public async Task Fills_a_region_that_had_none_with_computers_and_their_images()
    {
        await using var fleet = await StartAsync("fleet.db", computers: 0);
        var tokyo = new RegionId("ap-northeast-1");

        await MakerOf(fleet).AddAsync(30, tokyo, "more", "test");

        var computers = await ComputersAsync(fleet);
        Assert.Equal(30, computers.Count(computer => computer.RegionId == tokyo));
        var images = (await fleet.Queries.ListImagesAsync(tokyo, null, null, null, 100)).Items;
        Assert.Equal(3, images.Length);
        Assert.All(computers, computer => Assert.Contains(images, image => image.Id == computer.ImageId));
    }

    [Fact]
    public async Task By_two_at_the_same_time_and_again_under_the_same_name_gives_each_number_once()
    {
        await using var fleet = await StartAsync("fleet.db", computers: 10);

        var added = await Task.WhenAll(new[] { "one", "other", "one", "one" }.Select(name => MakerOf(fleet).AddAsync(700, null, name, "test")));

        Assert.Equal([700, 700, 700, 700], added);
        Assert.Equal(Enumerable.Range(1, 1_410), (await ComputersAsync(fleet)).Select(computer => DemoFleet.NumberOf(computer.Id)!.Value));
        Assert.Equal(1_410, (await fleet.EventsAsync()).Count(each => each.Event.Kind is "computerRegistered"));
    }

    [Fact]
    public async Task Leaves_computers_alone_that_have_such_a_number_already_deleted_ones_too()
    {
        await using var fleet = await StartAsync("fleet.db", computers: 3);
        await fleet.Computer("ecd-demo0000003").DeleteAsync("test");
        await fleet.AddAsync([A.Computer("ecd-demo0000008")]);
        await MakerOf(fleet).AddAsync(2, null, "more", "test");

        Assert.Equal(
            ["ecd-demo0000001", "ecd-demo0000002", "ecd-demo0000008", "ecd-demo0000009", "ecd-demo0000010"],
            (await ComputersAsync(fleet)).Select(computer => computer.Id.Value));
        Assert.Equal("test", (await fleet.FindAsync("ecd-demo0000008")).ImportFingerprint);
    }

    [Fact]
    public async Task Goes_on_at_the_next_start_when_the_silo_dies_in_its_middle()
    {
        var fleet = await StartAsync("fleet.db", computers: 10);
        var adding = MakerOf(fleet).AddAsync(5_000, null, "more", "test");
        while (!adding.IsCompleted && await MakerOf(fleet).GetProgressAsync() is not { Done: > 0 })
        {
        }

        await fleet.CrashAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => adding);
        await using var again = await StartAsync("fleet.db", computers: 10);

        Assert.Equal(5_000, await MakerOf(again).AddAsync(5_000, null, "more", "test"));
        Assert.Equal(Enumerable.Range(1, 5_010), (await ComputersAsync(again)).Select(computer => DemoFleet.NumberOf(computer.Id)!.Value));
    }

    [Fact]
    public async Task Leaves_an_image_as_it_has_become()
    {
        await using var fleet = await StartAsync("fleet.db", computers: 10);
        var golden = DemoFleet.Images().First().Id.Value;
        await fleet.Image(golden).DescribeAsync("platinum", null, "test");

        await MakerOf(fleet).AddAsync(10, null, "more", "test");

        Assert.Equal("platinum", (await fleet.Image(golden).GetAsync())!.Name);
    }

    private static ISimulatedFleetGrain MakerOf(TestFleet fleet) => fleet.Grains.GetGrain<ISimulatedFleetGrain>(ISimulatedFleetGrain.Key);

    private Task<TestFleet> StartAsync(string file, int computers) =>
        TestFleet.StartAsync(_folder.File(file), Evening, ("Demo:FleetSize", $"{computers}"));

    private static async Task<ImmutableArray<CloudComputer>> ComputersAsync(TestFleet fleet)
    {
        var all = ImmutableArray.CreateBuilder<CloudComputer>();
        string? after = null;
        do
        {
            var page = await fleet.Queries.ListComputersAsync(new ComputerFilter(), after, 1_000);
            all.AddRange(page.Items);
            after = page.NextCursor;
        }
        while (after is not null);

        return all.ToImmutable();
    }

    private static async Task<List<(string, string, RegionId, ImageId, ImageVersion, CloudComputerStatus, bool)>> BriefAsync(TestFleet fleet) =>
    [
        .. (await ComputersAsync(fleet)).Select(each => (each.Id.Value, each.Name, each.RegionId, each.ImageId, each.CurrentVersion, each.Status, each.IsConnected)),
    ];
}
