using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;

namespace Wuying.Api.Tests.Http;

public sealed class R3_What_a_version_can_reach : IAsyncLifetime
{
    private const string Versions = "/api/v1/regions/cn-hangzhou/versions";
    private const string NewestVersion = "2.8.0-R-20231023.090000";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        foreach (var version in new[] { Samples.NewerVersion, NewestVersion })
        {
            await _api.SendAsync("POST", Versions, $$$"""{"version":"{{{version}}}","packageSizeBytes":5,"releaseNotes":{"en":"a","zh":"b"}}""");
        }
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_the_custom_images_below_it_with_name_status_and_version()
    {
        Add("m-older", ImageType.Custom, Samples.OlderVersion);
        Add("m-same", ImageType.Custom, Samples.NewerVersion);
        Add("m-newer", ImageType.Custom, NewestVersion);
        Add("m-system", ImageType.System, Samples.OlderVersion);
        Add("m-shared", ImageType.Shared, Samples.OlderVersion);
        Add("m-far", ImageType.Custom, Samples.OlderVersion, "eu-central-1");

        Assert.Equal(
            ["""{"imageId":"m-older","name":"golden","status":"available","currentVersion":"2.6.0-R-20230912.183045"}"""],
            await ListAsync($"{Samples.NewerVersion}/images"));
        Assert.Equal(["m-older", "m-same"], (await ListAsync("latest/images")).Select(image => IdOf(image, "imageId")));
    }

    [Fact]
    public async Task Shows_an_image_that_is_being_updated_as_updating()
    {
        Add("m-1", ImageType.Custom, Samples.OlderVersion);
        await _api.SendAsync("POST", "/api/v1/images/m-1/update", $$"""{"version":"{{Samples.NewerVersion}}"}""");

        Assert.Contains("\"status\":\"updating\"", Assert.Single(await ListAsync("latest/images")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Are_the_computers_below_it_with_name_network_and_version()
    {
        Add(Samples.Computer("ecd-older"));
        Add(Samples.Computer("ecd-same") with { CurrentVersion = new ImageVersion(Samples.NewerVersion) });
        Add(Samples.Computer("ecd-newer") with { CurrentVersion = new ImageVersion(NewestVersion) });
        Add(Samples.Computer("ecd-deleted") with { Status = CloudComputerStatus.Deleted });
        Add(Samples.Computer("ecd-far", "eu-central-1"));
        Add(Samples.Computer("ecd-system") with { ImageType = ImageType.System });

        var involved = await ListAsync($"{Samples.NewerVersion}/computers");
        Assert.Equal(["ecd-older", "ecd-system"], involved.Select(computer => IdOf(computer, "computerId")));
        Assert.Equal(
            """{"computerId":"ecd-older","name":"call-0001","officeNetworkId":"cn-hangzhou+dir-1","currentVersion":"2.6.0-R-20230912.183045","pendingUpdate":null,"operation":null}""",
            involved[0]);
        Assert.Equal(["ecd-older", "ecd-same", "ecd-system"], (await ListAsync("latest/computers")).Select(computer => IdOf(computer, "computerId")));
    }

    [Fact]
    public async Task Shows_what_is_pending_and_how_far_it_is()
    {
        Add(Samples.Computer("ecd-1"));
        Add(Samples.Computer("ecd-2"));
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","computerIds":["ecd-1"],"method":"scheduled","date":"2023-10-26"}""");
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","computerIds":["ecd-2"],"method":"immediate","snapshotFirst":false}""");

        var involved = (await ListAsync("latest/computers")).Select(json => JsonElement.Parse(json)).ToArray();
        Assert.Equal(
            ("scheduled", "2023-10-26", JsonValueKind.Null),
            (Pending(involved[0], "state"), Pending(involved[0], "date"), involved[0].GetProperty("operation").ValueKind));
        Assert.Equal(
            ("running", "updating", "2023-10-24T10:00:00Z"),
            (Pending(involved[1], "state"), involved[1].GetProperty("operation").GetProperty("kind").GetString(), involved[1].GetProperty("operation").GetProperty("startedAt").GetString()));
        Assert.True(involved[1].GetProperty("operation").TryGetProperty("endsAt", out _));
    }

    [Fact]
    public async Task Is_counted_as_it_is_listed()
    {
        Add(Samples.Computer("ecd-1"));
        Add(Samples.Computer("ecd-2") with { CurrentVersion = new ImageVersion(Samples.NewerVersion) });

        var (_, catalogue, _) = await _api.SendAsync("GET", Versions);

        Assert.Equal(
            [$"{NewestVersion} 2", $"{Samples.NewerVersion} 1"],
            catalogue.GetProperty("items").EnumerateArray().Select(version => $"{version.GetProperty("version")} {version.GetProperty("involvedComputers")}"));
    }

    private static string? IdOf(string json, string member) => JsonElement.Parse(json).GetProperty(member).GetString();

    private static string? Pending(JsonElement computer, string member) => computer.GetProperty("pendingUpdate").GetProperty(member).GetString();

    private async Task<string[]> ListAsync(string what) =>
        [.. (await _api.SendAsync("GET", $"{Versions}/{what}")).Body.GetProperty("items").EnumerateArray().Select(item => item.GetRawText())];

    private void Add(CloudComputer computer) => _api.Fleet.Computers[computer.Id.Value] = new FakeComputer { Current = computer };

    private void Add(string id, ImageType type, string version, string region = "cn-hangzhou") => _api.Fleet.Images[id] = new FakeImage
    {
        Current = new CustomImage
        {
            Id = new ImageId(id),
            Name = "golden",
            RegionId = new RegionId(region),
            Type = type,
            CurrentVersion = new ImageVersion(version),
        },
    };
}
