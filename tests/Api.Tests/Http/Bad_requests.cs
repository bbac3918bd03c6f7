using System.Net;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Http;

public sealed class Bad_requests : IClassFixture<SharedApi>
{
    private readonly TestApi _api;

    public Bad_requests(SharedApi shared)
    {
        _api = shared.Api;
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
    }

    [Theory]
    [InlineData("GET", "/nope", 404)]
    [InlineData("GET", "/api/v1/nope", 404)]
    [InlineData("PUT", "/api/v1/regions", 405)]
    [InlineData("DELETE", "/api/v1/fleet/summary", 405)]
    [InlineData("GET", "/api/v1/regions/mars-1", 404)]
    [InlineData("GET", "/api/v1/regions/cn-chengdu", 404)]
    [InlineData("GET", "/api/v1/computers/none", 404)]
    [InlineData("GET", "/api/v1/computers/..%2Fetc", 404)]
    [InlineData("GET", "/api/v1/images/none", 404)]
    [InlineData("GET", "/api/v1/operations/none", 404)]
    [InlineData("POST", "/api/v1/computers/none/start", 404)]
    [InlineData("GET", "/api/v1/computers/none/history", 404)]
    [InlineData("GET", "/api/v1/computers/none/snapshots", 404)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?limit=0", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?cursor=%25", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?status=happy", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?status=1", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?status=unspecified", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/computers?pending=maybe&reason=because&version=1&connection=x&format=xml", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/quotas?from=0001-01-01", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/quotas?from=2023-10-26&to=2023-10-25", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/updates?date=tomorrow&state=x&reason=y", 400)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/versions/latest", 404)]
    [InlineData("GET", "/api/v1/regions/cn-hangzhou/versions/1.0/images", 404)]
    [InlineData("GET", "/api/v1/events?after=-1", 400)]
    [InlineData("GET", "/api/v1/events/stream?after=-1", 400)]
    [InlineData("GET", "/api/v1/fleet/summary?regionId=x", 404)]
    public async Task Without_a_body_are_problems(string method, string path, int status)
    {
        var (answered, body, response) = await _api.SendAsync(method, path);
        Assert.Equal(status, (int)answered);
        A_problem.Is(body, response);
    }

    [Theory]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", "{", 400)]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", "[]", 400)]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", "null", 400)]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", "", 400)]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", """{"dailyUpdateQuota":1e400}""", 400, "dailyUpdateQuota")]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", """{"dailyUpdateQuota":"5"}""", 400, "dailyUpdateQuota")]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", """{"dailyUpdateQuota":-1}""", 400, "dailyUpdateQuota")]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", """{"dailyUpdateQuota":99999999999999}""", 400, "dailyUpdateQuota")]
    [InlineData("PATCH", "/api/v1/regions/cn-hangzhou", """{"colour":"red"}""", 400, "colour")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/versions", "{}", 400)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/versions", """{"version":"1","packageSizeBytes":1,"releaseNotes":{"en":"a","zh":"b"}}""", 400, "version")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/versions", """{"version":"2.7.0-R-20231020.101500","packageSizeBytes":1,"releaseNotes":{"en":"a"}}""", 400)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/images", """{"name":"n","type":"golden","version":"2.7.0-R-20231020.101500"}""", 400, "type")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/images", """{"name":"","type":"custom","version":"latest"}""", 400, "name")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/images", """{"name":"n","type":"custom","version":"latest"}""", 404)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/computers", """{"name":"n","imageId":"m-1","count":1001}""", 400, "count")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/computers", """{"name":"n","imageId":"m-404"}""", 404)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"scheduled","date":"2023-10-26"}""", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"later","computerIds":["a"]}""", 400, "method")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"scheduled","computerIds":[]}""", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"scheduled","computerIds":["a"],"date":"26.10.2023"}""", 400, "date")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"scheduled","computerIds":["a"],"snapshotLeadHours":4,"date":"2023-10-26"}""", 400, "snapshotLeadHours")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","computerIds":["a"],"date":"2023-10-26"}""", 400, "date")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","filter":{}}""", 400, "filter")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","filter":{"all":true,"status":"running"}}""", 400, "filter")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","filter":{"status":"x"}}""", 400, "filter.status")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","filter":{"state":"x"}}""", 400, "filter.state")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","computerIds":["a",null]}""", 400)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates", """{"version":"latest","method":"immediate","computerIds":["a"]}""", 404)]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", "{}", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"computerIds":[]}""", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"computerIds":["a"],"filter":{"all":true}}""", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"computerIds":["a b"]}""", 400, "computerIds")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"filter":{}}""", 400, "filter")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"filter":{"pending":"happy"}}""", 400, "filter.pending")]
    [InlineData("POST", "/api/v1/regions/cn-hangzhou/updates/cancel", """{"computerIds":["a"],"version":"latest"}""", 400, "version")]
    [InlineData("POST", "/api/v1/regions/mars-1/updates/cancel", """{"computerIds":["a"]}""", 404)]
    [InlineData("POST", "/api/v1/computers/ecd-1/sessions", """{"userId":"mallory"}""", 403)]
    [InlineData("POST", "/api/v1/computers/ecd-1/sessions", """{"userId":"a b"}""", 404)]
    [InlineData("POST", "/api/v1/computers/ecd-1/sessions", "{}", 400, "userId")]
    [InlineData("POST", "/api/v1/computers/ecd-1/sessions", """{"userId":"alice","ticket":"YQ=="}""", 400, "userId")]
    [InlineData("POST", "/api/v1/computers/ecd-1/sessions", """{"ticket":"YQ=="}""", 400, "ticket")]
    [InlineData("POST", "/api/v1/computers/ecd-1/snapshots", """{"name":""}""", 400, "name")]
    [InlineData("POST", "/api/v1/simulation/clock/advance", "{}", 400, "by")]
    [InlineData("POST", "/api/v1/simulation/clock/advance", """{"by":"6 hours"}""", 400, "by")]
    [InlineData("POST", "/api/v1/simulation/clock/advance", """{"to":"2023-10-24T09:00:00Z"}""", 400, "to")]
    [InlineData("POST", "/api/v1/simulation/clock/advance", """{"to":"tomorrow"}""", 400, "to")]
    [InlineData("PATCH", "/api/v1/simulation/clock", """{"rate":-1}""", 400, "rate")]
    [InlineData("PATCH", "/api/v1/simulation/machines", """{"updateFailureRate":1.01}""", 400, "updateFailureRate")]
    [InlineData("PATCH", "/api/v1/simulation/machines", """{"silenceRate":-0.1}""", 400, "silenceRate")]
    [InlineData("PATCH", "/api/v1/simulation/machines", """{"seed":1.5}""", 400, "seed")]
    [InlineData("POST", "/api/v1/simulation/fleet", "{}", 400)]
    [InlineData("POST", "/api/v1/simulation/fleet", """{"computers":0}""", 400, "computers")]
    [InlineData("POST", "/api/v1/simulation/fleet", """{"computers":100001}""", 400, "computers")]
    [InlineData("POST", "/api/v1/simulation/fleet", """{"computers":1,"regionId":"mars-1"}""", 404)]
    [InlineData("POST", "/api/v1/fleet/import", "{\"Desktops\":", 400, "body")]
    [InlineData("POST", "/api/v1/fleet/import?regionId=mars-1", "[]", 400, "regionId")]
    public async Task With_a_body_are_problems(string method, string path, string json, int status, string? field = null)
    {
        var (answered, body, response) = await _api.SendAsync(method, path, json);
        Assert.Equal(status, (int)answered);
        A_problem.Is(body, response);
        if (field is not null)
        {
            Assert.Equal([field], body.GetProperty("errors").EnumerateObject().Select(error => error.Name));
        }
    }

    [Fact]
    public async Task Of_another_content_type_are_415()
    {
        var (status, body, response) = await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", "a=1", contentType: "application/x-www-form-urlencoded");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, status);
        A_problem.Is(body, response);
    }

    [Fact]
    public async Task Of_too_many_bytes_are_413()
    {
        var (status, body, response) = await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", new string(' ', 5_000_000) + "{}");
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        A_problem.Is(body, response);
    }
}
