using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;

namespace Wuying.Api.Tests.Access;

/// <summary>A key sees and does what is in its regions, and nothing else; the matrix shows that of every route, these show how.</summary>
public sealed class Keys_for_some_regions : IAsyncLifetime
{
    private static readonly string[] Regions = ["cn-hangzhou", "eu-central-1", "us-west-1"];

    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        foreach (var region in Regions)
        {
            _api.Fleet.Computers[$"ecd-{region}"] = new FakeComputer { Current = Samples.Computer($"ecd-{region}", region) };
            _api.Fleet.Images[$"m-{region}"] = new FakeImage { Current = SampleFleet.Image($"m-{region}", region) };
        }

        _api.Use(await _api.MakeKeyAsync(Role.Operator, "cn-hangzhou", "us-west-1"));
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Add_up_what_is_in_them()
    {
        Assert.Equal(2, (await _api.SendAsync("GET", "/api/v1/fleet/summary")).Body.GetProperty("total").GetInt32());
        Assert.Equal(1, (await _api.SendAsync("GET", "/api/v1/fleet/summary?regionId=us-west-1")).Body.GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.Forbidden, (await _api.SendAsync("GET", "/api/v1/fleet/summary?regionId=eu-central-1")).Status);
    }

    [Fact]
    public async Task List_just_them()
    {
        var (_, body, _) = await _api.SendAsync("GET", "/api/v1/regions");
        Assert.Equal(["cn-hangzhou", "us-west-1"], body.GetProperty("items").EnumerateArray().Select(region => region.GetProperty("regionId").GetString()));
    }

    [Fact]
    public async Task Export_just_them()
    {
        var lines = (await _api.GetTextAsync("/api/v1/fleet/export")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(
            ["cn-hangzhou", "cn-hangzhou", "cn-hangzhou", "us-west-1", "us-west-1", "us-west-1"],
            lines.Select(line => JsonElement.Parse(line).GetProperty("regionId").GetString()).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Page_through_their_events_and_no_others()
    {
        _api.Fleet.Queries.Events = [.. Enumerable.Range(1, 3_000).Select(number => SampleFleet.Event(number, Regions[number % 3]))];
        var seen = new List<(long Sequence, string? Region)>();
        string? cursor = null;
        do
        {
            var (_, page, _) = await _api.SendAsync("GET", $"/api/v1/events?limit=300{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(item => (item.GetProperty("sequence").GetInt64(), item.GetProperty("regionId").GetString())));
            cursor = page.GetProperty("nextCursor").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(1, 3_000).Where(number => number % 3 != 1).Select(number => (long)number), seen.Select(item => item.Sequence));
        Assert.DoesNotContain("eu-central-1", seen.Select(item => item.Region));
    }

    [Fact]
    public async Task Go_on_after_a_page_that_is_empty_because_little_is_theirs()
    {
        _api.Fleet.Queries.Events = [.. Enumerable.Range(1, 25_000).Select(number => SampleFleet.Event(number, number == 25_000 ? "us-west-1" : "eu-central-1"))];
        var (_, first, _) = await _api.SendAsync("GET", "/api/v1/events");
        Assert.Empty(first.GetProperty("items").EnumerateArray());

        var (_, second, _) = await _api.SendAsync("GET", $"/api/v1/events?cursor={first.GetProperty("nextCursor").GetString()}");
        Assert.Equal(25_000, Assert.Single(second.GetProperty("items").EnumerateArray()).GetProperty("sequence").GetInt64());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
    }

    [Fact]
    public async Task Stream_just_their_events_and_end_with_the_key()
    {
        _api.Fleet.Queries.Events = [SampleFleet.Event(1, "eu-central-1"), SampleFleet.Event(2, "us-west-1"), SampleFleet.Event(3, "eu-central-1")];
        using var response = await _api.Client.GetAsync(new Uri("/api/v1/events/stream?after=0", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync());
        await _api.Fleet.Queries.Patience.AskedAsync();

        // The first page has been sent by the time the second is waited for.
        await _api.Fleet.Queries.Patience.AskedAsync();
        var key = _api.Fleet.Access.Directory.Entries[0].Key;
        await _api.Fleet.Access.DisableKeyAsync(key.Id, "test");
        await _api.MakeKeyAsync(Role.Viewer);
        _api.Fleet.Queries.Events = _api.Fleet.Queries.Events.Add(SampleFleet.Event(4, "us-west-1"));
        _api.Fleet.Queries.Patience.End();

        var said = await reader.ReadToEndAsync();
        Assert.Contains("id: 2\n", said, StringComparison.Ordinal);
        Assert.DoesNotContain("eu-central-1", said, StringComparison.Ordinal);
        Assert.DoesNotContain("id: 4\n", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Find_the_providers_image_in_the_first_of_them_that_has_it()
    {
        foreach (var region in Regions)
        {
            var image = SampleFleet.Image("desktopimage-1", region) with { Type = ImageType.System };
            _api.Fleet.Images[Images.ImageKeys.KeyOf("desktopimage-1", ImageType.System, image.RegionId).Value] = new FakeImage { Current = image };
        }

        _api.Use(await _api.MakeKeyAsync(Role.Viewer, "us-west-1"));
        var (_, body, _) = await _api.SendAsync("GET", "/api/v1/images/desktopimage-1");
        Assert.Equal("us-west-1", body.GetProperty("regionId").GetString());
        Assert.Equal(HttpStatusCode.Forbidden, (await _api.SendAsync("GET", "/api/v1/images/desktopimage-1?regionId=eu-central-1")).Status);
        A_problem.Is(HttpStatusCode.NotFound, "ImageNotFound", await _api.SendAsync("GET", "/api/v1/images/m-eu-central-1"));
    }

    [Fact]
    public async Task Answer_for_what_is_elsewhere_as_for_what_is_not_there()
    {
        var (elsewhere, nowhere) = (await _api.SendAsync("POST", "/api/v1/computers/ecd-eu-central-1/stop"), await _api.SendAsync("POST", "/api/v1/computers/ecd-nowhere-000/stop"));
        A_problem.Is(HttpStatusCode.NotFound, "ComputerNotFound", elsewhere);
        Assert.Equal(
            nowhere.Body.GetProperty("title").GetString(), elsewhere.Body.GetProperty("title").GetString());
        var (_, bulk, _) = await _api.SendAsync(
            "POST", "/api/v1/regions/us-west-1/updates/cancel", """{"computerIds":["ecd-eu-central-1"]}""");
        Assert.Equal("ComputerNotFound", bulk.GetProperty("items")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Show_of_a_user_what_is_in_them()
    {
        _api.Fleet.Users["alice"] = new FakeEndUser(_api.Fleet, new UserId("alice")) { Told = [SampleFleet.Told(2, "us-west-1"), SampleFleet.Told(1, "eu-central-1")] };
        _api.Fleet.Users["bob"] = new FakeEndUser(_api.Fleet, new UserId("bob")) { Told = [SampleFleet.Told(3, "eu-central-1")] };
        var (_, body, _) = await _api.SendAsync("GET", "/api/v1/users/alice/notifications");
        Assert.Equal(["us-west-1"], body.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("regionId").GetString()));
        A_problem.Is(HttpStatusCode.NotFound, "UserNotFound", await _api.SendAsync("GET", "/api/v1/users/bob/notifications"));
    }
}
