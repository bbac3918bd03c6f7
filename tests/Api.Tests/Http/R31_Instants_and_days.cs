using System.Text.Json;
using System.Text.RegularExpressions;
using Wuying.Api.Tests.Fakes;
using Wuying.Api.Tests.Http.BadInput;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Images;
using Wuying.Domain.Snapshots;

namespace Wuying.Api.Tests.Http;

public sealed partial class R31_Instants_and_days : IAsyncLifetime
{
    // As another silo, or a store, might hand it out: the same instant, told elsewhere.
    private static readonly DateTimeOffset Elsewhere = FakeFleet.Now.ToOffset(TimeSpan.FromHours(8));

    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/versions", $$$"""{"version":"{{{Samples.NewerVersion}}}","packageSizeBytes":5,"releaseNotes":{"en":"a","zh":"b"}}""");
        _api.Fleet.Computers[GoodValues.Computer] = new FakeComputer
        {
            Current = Samples.Computer(GoodValues.Computer) with
            {
                Operation = new MachineOperation { Id = "o", Kind = MachineOperationKind.Snapshotting, StartedAt = Elsewhere },
                Snapshots = [new Snapshot(new SnapshotId("s-1"), "before", Elsewhere, false, new ImageVersion(Samples.OlderVersion), CloudComputerStatus.Running)],
            },
        };
        _api.Fleet.Queries.Events =
        [
            new RecordedEvent(1, new FleetEvent { At = Elsewhere, RegionId = "cn-hangzhou", Subject = "computer", SubjectId = GoodValues.Computer, Kind = "x", RequestedBy = "ops", Data = "{}" }),
        ];
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_written_alike_in_every_answer()
    {
        await _api.SendAsync(
            "POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","computerIds":["ecd-1"],"method":"scheduled","date":"2023-10-26"}""");
        var routes = new ApiRoutes((await _api.SendAsync("GET", "/openapi/v1.json")).Body).Read();
        var times = new List<string>();
        foreach (var route in routes.Where(route => route.Method is "GET"))
        {
            times.AddRange((await ReadAsync(route.PathWith())).Select(time => $"{route}: {time}"));
        }

        Assert.Contains("GET /api/v1/computers/{computerId}: 2023-10-24T10:00:00Z", times);
        Assert.Contains("GET /api/v1/computers/{computerId}: 2023-10-26", times);
        Assert.Contains("GET /api/v1/events: 2023-10-24T10:00:00Z", times);
        Assert.Contains("GET /api/v1/regions/{regionId}/quotas: 2023-10-24", times);
        Assert.All(times, time => Assert.Matches(@": \d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?Z)?\z", time));
    }

    [Theory]
    [InlineData("2023-10-25T00:00:00+08:00", "2023-10-24T16:00:00Z")]
    [InlineData("2023-10-24T12:00:00-04:00", "2023-10-24T16:00:00Z")]
    [InlineData("2023-10-24T16:00:00Z", "2023-10-24T16:00:00Z")]
    public async Task Are_read_with_any_offset_and_answered_in_utc(string given, string answered)
    {
        var (_, clock, _) = await _api.SendAsync("POST", "/api/v1/simulation/clock/advance", $$"""{"to":"{{given}}"}""");
        Assert.Equal(answered, clock.GetProperty("now").GetString());
    }

    [Theory]
    [InlineData("2023-10-24T16:00:00")]
    [InlineData("2023-10-24 16:00:00Z")]
    [InlineData("2023-10-25")]
    [InlineData("1698163200")]
    public async Task Are_refused_without_an_offset(string given)
    {
        var (status, body, _) = await _api.SendAsync("POST", "/api/v1/simulation/clock/advance", $$"""{"to":"{{given}}"}""");
        Assert.Equal((400, "InvalidRequest"), ((int)status, body.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("2023-10-26T00:00:00Z")]
    [InlineData("2023-10-26T00:00:00%2B08:00")]
    [InlineData("26.10.2023")]
    [InlineData("20231026")]
    public async Task Are_no_days_when_they_are_instants(string given)
    {
        Assert.Equal(400, (int)(await _api.SendAsync("GET", $"/api/v1/regions/cn-hangzhou/updates?date={given}")).Status);
        Assert.Equal(400, (int)(await _api.SendAsync("GET", $"/api/v1/regions/cn-hangzhou/quotas?from={given}")).Status);
        var asked = $$"""{"version":"latest","computerIds":["ecd-1"],"method":"scheduled","date":"{{Uri.UnescapeDataString(given)}}"}""";
        Assert.Equal(400, (int)(await _api.SendAsync("POST", "/api/v1/regions/cn-hangzhou/updates", asked)).Status);
    }

    private static IEnumerable<string> TextsIn(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(member => TextsIn(member.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(TextsIn),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    // Streams have no end, and write what these lists write.
    private async Task<IEnumerable<string>> ReadAsync(string path)
    {
        using var response = await _api.Client.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        return response.Content.Headers.ContentType?.MediaType is "application/json"
            ? TextsIn(JsonElement.Parse(await response.Content.ReadAsStringAsync())).Where(text => Time().IsMatch(text))
            : [];
    }

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d")]
    private static partial Regex Time();
}
