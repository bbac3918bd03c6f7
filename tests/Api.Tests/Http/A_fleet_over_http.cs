using System.Net;
using System.Text.Json;
using Wuying.Api.Tests.Fakes;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Quotas;
using Wuying.Domain.CloudComputers;

namespace Wuying.Api.Tests.Http;

public sealed class A_fleet_over_http : IAsyncLifetime
{
    private const string Hangzhou = "/api/v1/regions/cn-hangzhou";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Is_imported_from_the_samples()
    {
        await ImportAsync("describe-desktops.cn-hangzhou.json", 600);
        await ImportAsync("describe-desktops.eu-central-1.json", 300);
        var images = await ImportAsync("describe-images.eu-central-1.json", 0);
        Assert.Equal("""{"read":6,"accepted":6,"unchanged":0,"rejected":0}""", images.GetProperty("images").GetRawText());
        var listed = (await _api.SendAsync("GET", "/api/v1/regions/eu-central-1/images?type=system")).Body.GetProperty("items");
        Assert.Equal(
            ["desktopimage-windows-server-2022-64-asp", "desktopimage-windows-server-2022-64-hdx"],
            listed.EnumerateArray().Select(image => image.GetProperty("imageId").GetString()));

        // The provider's image is used in both regions, so it is registered in both.
        Assert.Equal("cn-hangzhou", await RegionOfAsync("desktopimage-windows-server-2022-64-asp"));
        Assert.Equal("eu-central-1", await RegionOfAsync("desktopimage-windows-server-2022-64-asp?regionId=eu-central-1"));
    }

    [Fact]
    public async Task Changes_nothing_when_it_is_imported_again()
    {
        await ImportAsync("describe-desktops.us-west-1.json", 300);
        var again = await ImportAsync("describe-desktops.us-west-1.json", 0);
        Assert.Equal("""{"read":300,"accepted":0,"unchanged":300,"rejected":0}""", again.GetProperty("computers").GetRawText());
    }

    [Fact]
    public async Task Comes_back_from_its_export()
    {
        await ImportAsync("describe-desktops.us-west-1.json", 300);
        var export = await _api.GetTextAsync("/api/v1/fleet/export");
        await using var other = await TestApi.StartAsync();
        var (status, body, _) = await other.SendAsync("POST", "/api/v1/fleet/import", export, contentType: "application/x-ndjson");
        Assert.Equal((HttpStatusCode.OK, 300, 0), (status, body.GetProperty("computers").GetProperty("accepted").GetInt32(), body.GetProperty("errorsTotal").GetInt32()));
        Assert.Equal(export, await other.GetTextAsync("/api/v1/fleet/export"), ignoreCase: false);
    }

    [Fact]
    public async Task Is_imported_up_to_where_the_body_breaks()
    {
        var page = Samples.Page(Samples.Desktop("ecd-1"), Samples.Desktop("ecd-2").Replace("cn-hangzhou+", "mars-1+", StringComparison.Ordinal));
        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/fleet/import", "[" + page + ",oops");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.False(body.GetProperty("complete").GetBoolean());
        Assert.Equal("""{"read":2,"accepted":1,"unchanged":0,"rejected":1}""", body.GetProperty("computers").GetRawText());
        var errors = body.GetProperty("errors").EnumerateArray().ToArray();
        Assert.Equal(["RegionNotFound", "InvalidRequest"], errors.Select(error => error.GetProperty("code").GetString()));
        Assert.Equal("ecd-2", errors[0].GetProperty("id").GetString());
    }

    [Theory]
    [InlineData("application/x-www-form-urlencoded", HttpStatusCode.OK)]
    [InlineData("application/json; charset=utf-8", HttpStatusCode.OK)]
    [InlineData("text/xml", HttpStatusCode.UnsupportedMediaType)]
    public async Task Is_imported_whatever_tools_call_json(string contentType, HttpStatusCode expected) =>
        Assert.Equal(expected, (await _api.SendAsync("POST", "/api/v1/fleet/import", Samples.Page(Samples.Desktop("ecd-1")), contentType: contentType)).Status);

    [Fact]
    public async Task Is_listed_in_pages_and_streamed()
    {
        for (var number = 1; number <= 5; number++)
        {
            Add(Samples.Computer($"ecd-{number}"));
        }

        var (_, first, _) = await _api.SendAsync("GET", $"{Hangzhou}/computers?limit=3");
        var (_, second, _) = await _api.SendAsync("GET", $"{Hangzhou}/computers?limit=3&cursor={first.GetProperty("nextCursor").GetString()}");
        Assert.Equal((3, 2), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("nextCursor").ValueKind);
        var (_, _, response) = await _api.SendAsync("GET", $"{Hangzhou}/computers?format=ndjson");
        Assert.Equal("application/x-ndjson", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(5, (await _api.GetTextAsync($"{Hangzhou}/computers?format=ndjson")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Fact]
    public async Task Is_asked_for_updates_one_by_one_in_request_order()
    {
        await PublishAsync();
        Add(Samples.Computer("ecd-1"));
        Add(Samples.Computer("ecd-2", "eu-central-1"));
        var request = """{"version":"latest","computerIds":["ecd-2","ecd-1","ghost","ecd-1"],"method":"scheduled","date":"2023-10-26","snapshotLeadHours":6}""";
        var (status, body, _) = await _api.SendAsync("POST", $"{Hangzhou}/updates", request);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal(
            ["ecd-2 rejected ComputerNotFound", "ecd-1 accepted ", "ghost rejected ComputerNotFound", "ecd-1 accepted "],
            body.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("computerId")} {item.GetProperty("outcome")} {item.GetProperty("code")}"));
        Assert.Equal("unchanged", (await _api.SendAsync("POST", $"{Hangzhou}/updates", request)).Body.GetProperty("items")[1].GetProperty("outcome").GetString());
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1/pending-update")).Status);
        Assert.Equal(HttpStatusCode.Conflict, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1/pending-update")).Status);
    }

    [Theory]
    [InlineData(null, "Manual snapshot")]
    [InlineData("", "Manual snapshot")]
    [InlineData("null", "Manual snapshot")]
    [InlineData("{}", "Manual snapshot")]
    [InlineData("""{"name":null}""", "Manual snapshot")]
    [InlineData("""{"name":"before the exam"}""", "before the exam")]
    public async Task Has_a_snapshot_made_with_a_name_and_without(string? json, string name)
    {
        Add(Samples.Computer("ecd-1"));
        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/snapshots", json, key: "key-1");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal((name, "creating"), (body.GetProperty("name").GetString(), body.GetProperty("state").GetString()));
    }

    [Fact]
    public async Task Is_asked_for_updates_by_filter_through_an_operation()
    {
        await PublishAsync();
        var (status, body, response) = await _api.SendAsync(
            "POST", $"{Hangzhou}/updates", """{"version":"latest","filter":{"status":"running","pending":false},"method":"scheduled","date":"2023-10-26"}""");
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(PendingFilter.None, _api.Fleet.Queries.LastOperation!.Filter!.Pending);
        Assert.Equal("running", body.GetProperty("state").GetString());
        var (_, operation, _) = await _api.SendAsync("GET", response.Headers.Location!.ToString());
        Assert.Equal(JsonValueKind.Null, operation.GetProperty("items")[0].GetProperty("outcome").ValueKind);
    }

    [Theory]
    [InlineData("2023-10-24", "DateTooSoon")]
    [InlineData("2023-12-24", "DateTooFar")]
    public async Task Cannot_be_asked_by_filter_for_a_day_that_cannot_be_picked(string day, string code)
    {
        await PublishAsync();
        var (status, body, _) = await _api.SendAsync(
            "POST", $"{Hangzhou}/updates", $$"""{"version":"latest","filter":{"all":true},"method":"scheduled","date":"{{day}}"}""");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, code), (status, body.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task Shows_which_days_can_be_picked()
    {
        _api.Fleet.Queries.Quotas = [new QuotaDay(new DateOnly(2023, 10, 26), 5, 5)];
        var days = (await _api.SendAsync("GET", $"{Hangzhou}/quotas")).Body.GetProperty("items").EnumerateArray().Select(day => day.GetRawText()).ToArray();
        Assert.Equal(31, days.Length);
        Assert.Equal("""{"date":"2023-10-24","limit":1000,"reserved":0,"remaining":1000,"pickable":false,"reason":"DateTooSoon"}""", days[0]);
        Assert.Equal("""{"date":"2023-10-25","limit":1000,"reserved":0,"remaining":1000,"pickable":true,"reason":null}""", days[1]);
        Assert.Equal("""{"date":"2023-10-26","limit":5,"reserved":5,"remaining":0,"pickable":false,"reason":"DailyQuotaExceeded"}""", days[2]);
    }

    [Fact]
    public async Task Shows_what_a_version_involves()
    {
        Add(Samples.Computer());
        await PublishAsync();
        var (_, version, _) = await _api.SendAsync("GET", $"{Hangzhou}/versions/latest");
        Assert.Equal(
            """{"version":"2.7.0-R-20231020.101500","publishedAt":"2023-10-24T10:00:00Z","packageSizeBytes":5,"pushState":"pushing","involvedImages":0,"involvedComputers":1,"pushOperationId":"push-cn-hangzhou-1","releaseNotes":{"en":"a","zh":"b"}}""",
            version.GetRawText());
        Assert.Equal("ecd-1", (await _api.SendAsync("GET", $"{Hangzhou}/versions/latest/computers")).Body.GetProperty("items")[0].GetProperty("computerId").GetString());
    }

    [Fact]
    public async Task Grows_from_an_image_that_is_being_updated_with_a_warning()
    {
        await PublishAsync();
        var (_, image, made) = await _api.SendAsync("POST", $"{Hangzhou}/images", $$"""{"name":"golden","type":"custom","version":"{{Samples.OlderVersion}}"}""");
        var address = made.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Accepted, (await _api.SendAsync("POST", address + "/update", """{"version":"latest"}""")).Status);
        Assert.Equal("OutdatedImageUsed", (await _api.SendAsync("PATCH", address, """{"name":"silver"}""")).Body.GetProperty("warnings")[0].GetString());
        Assert.Equal("OutdatedImageUsed", (await _api.SendAsync("POST", address + "/copy", """{"name":"copy"}""")).Body.GetProperty("warnings")[0].GetString());
        var (status, body, _) = await _api.SendAsync(
            "POST", $"{Hangzhou}/computers", $$"""{"name":"n","imageId":"{{image.GetProperty("imageId").GetString()}}","count":3}""");
        Assert.Equal((HttpStatusCode.Created, 3), (status, body.GetProperty("items").GetArrayLength()));
        Assert.Equal("OutdatedImageUsed", body.GetProperty("warnings")[0].GetString());
        Assert.Equal(3, _api.Fleet.Computers.Values.Count(computer => computer.Current is { UsesOutdatedImage: true }));
    }

    [Fact]
    public async Task Has_its_clock_moved()
    {
        Assert.Equal("""{"mode":"simulated","now":"2023-10-24T16:00:00Z","rate":60,"paused":true,"lagSeconds":0}""",
            (await _api.SendAsync("POST", "/api/v1/simulation/clock/advance", """{"by":"PT6H"}""")).Body.GetRawText());
        _api.Fleet.Clock.IsReal = true;
        Assert.Equal(HttpStatusCode.Conflict, (await _api.SendAsync("PATCH", "/api/v1/simulation/clock", """{"paused":true}""")).Status);
    }

    [Fact]
    public async Task Has_machines_whose_failures_are_changed_one_by_one()
    {
        const string machines = "/api/v1/simulation/machines";
        const string before = """{"seed":1,"updateFailureRate":0.02,"snapshotFailureRate":0,"restoreFailureRate":0,"powerFailureRate":0,"imageUpdateFailureRate":0,"silenceRate":0}""";
        Assert.Equal(before, (await _api.SendAsync("GET", machines)).Body.GetRawText());
        Assert.Equal(before, (await _api.SendAsync("PATCH", machines, "{}")).Body.GetRawText());

        await _api.SendAsync("PATCH", machines, """{"snapshotFailureRate":1,"seed":-7}""");

        Assert.Equal(
            """{"seed":-7,"updateFailureRate":0.02,"snapshotFailureRate":1,"restoreFailureRate":0,"powerFailureRate":0,"imageUpdateFailureRate":0,"silenceRate":0}""",
            (await _api.SendAsync("GET", machines)).Body.GetRawText());
        Assert.Equal("operator", _api.Fleet.Machines.ChangedBy);
    }

    [Fact]
    public async Task Grows_by_simulated_computers_and_says_how_large_it_is_then()
    {
        Add(Samples.Computer());
        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/simulation/fleet", """{"computers":100000,"regionId":"eu-central-1"}""");
        Assert.Equal((HttpStatusCode.OK, """{"added":100000,"computers":2}"""), (status, body.GetRawText()));

        await _api.SendAsync("POST", "/api/v1/simulation/fleet", """{"computers":1}""");

        Assert.Equal(
            [(100_000, "eu-central-1", "operator"), (1, null, "operator")],
            _api.Fleet.SimulatedFleet.Asked.Select(asked => (asked.Computers, asked.Region?.Value, asked.RequestedBy)));
    }

    private async Task<JsonElement> ImportAsync(string file, int accepted)
    {
        using var reader = new StreamReader(Samples.Open(file));
        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/fleet/import", await reader.ReadToEndAsync());
        Assert.Equal((HttpStatusCode.OK, accepted), (status, body.GetProperty("computers").GetProperty("accepted").GetInt32()));
        Assert.Empty(body.GetProperty("errors").EnumerateArray().Select(error => error.GetRawText()));
        return body;
    }

    private async Task<string?> RegionOfAsync(string image) =>
        (await _api.SendAsync("GET", "/api/v1/images/" + image)).Body.GetProperty("regionId").GetString();

    private async Task PublishAsync() => Assert.Equal(HttpStatusCode.Created, (await _api.SendAsync(
        "POST", $"{Hangzhou}/versions", $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":5,"releaseNotes":{"en":"a","zh":"b"}}""")).Status);

    private void Add(CloudComputer computer) => _api.Fleet.Computers[computer.Id.Value] = new FakeComputer { Current = computer };
}
