using System.Net;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Http;

public sealed class Writes_with_an_idempotency_key : IAsyncLifetime
{
    private const string Images = "/api/v1/regions/cn-hangzhou/images";
    private const string Golden = """{"name":"golden","type":"custom","version":"2.7.0-R-20231020.101500"}""";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Give_the_first_answer_again()
    {
        var (status, first, firstResponse) = await _api.SendAsync("POST", Images, Golden, "key-1");
        var (again, second, secondResponse) = await _api.SendAsync("POST", Images, Golden, "key-1");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (status, again));
        Assert.Equal(first.GetRawText(), second.GetRawText());
        Assert.Equal(firstResponse.Headers.Location, secondResponse.Headers.Location);
        Assert.Equal("application/json", secondResponse.Content.Headers.ContentType?.MediaType);
        Assert.False(firstResponse.Headers.Contains("Idempotency-Replayed"));
        Assert.Equal(["true"], secondResponse.Headers.GetValues("Idempotency-Replayed"));
        Assert.Single(_api.Fleet.Images.Values, image => image.Current is not null);
    }

    [Fact]
    public async Task Make_the_same_ids_when_the_answer_was_lost()
    {
        var first = await MakeImageAsync("key-1");
        _api.Fleet.Requests["operator/key-1"].LoseAnswer();
        Assert.Equal(first, await MakeImageAsync("key-1"));
        Assert.NotEqual(first, await MakeImageAsync("key-2"));
    }

    [Fact]
    public async Task Make_other_ids_when_the_key_was_forgotten()
    {
        var first = await MakeImageAsync("key-1");
        _api.Fleet.Requests["operator/key-1"].Forget();
        Assert.NotEqual(first, await MakeImageAsync("key-1"));
    }

    [Fact]
    public async Task Begin_a_second_operation_when_the_key_was_forgotten()
    {
        const string Updates = "/api/v1/regions/cn-hangzhou/updates";
        const string All = """{"version":"latest","method":"scheduled","date":"2023-10-26","filter":{"all":true}}""";
        await _api.SendAsync("POST", "/api/v1/regions/cn-hangzhou/versions", """{"version":"2.7.0-R-20231020.101500","packageSizeBytes":1,"releaseNotes":{"en":"a","zh":"b"}}""");
        var first = (await _api.SendAsync("POST", Updates, All, "nightly")).Response.Headers.Location;
        _api.Fleet.Requests["operator/nightly"].LoseAnswer();
        Assert.Equal(first, (await _api.SendAsync("POST", Updates, All, "nightly")).Response.Headers.Location);
        _api.Fleet.Requests["operator/nightly"].Forget();
        var second = (await _api.SendAsync("POST", Updates, All, "nightly")).Response.Headers.Location;
        Assert.NotNull(second);
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Add_computers_under_one_request_as_long_as_the_key_is_known()
    {
        foreach (var _ in Enumerable.Range(0, 2))
        {
            await _api.SendAsync("POST", "/api/v1/simulation/fleet", """{"computers":3}""", "more");
        }

        _api.Fleet.Requests["operator/more"].LoseAnswer();
        await _api.SendAsync("POST", "/api/v1/simulation/fleet", """{"computers":3}""", "more");
        Assert.Equal(2, _api.Fleet.SimulatedFleet.Asked.Count);
        Assert.Single(_api.Fleet.SimulatedFleet.Asked.Select(asked => asked.RequestId).Distinct());

        _api.Fleet.Requests["operator/more"].Forget();
        await _api.SendAsync("POST", "/api/v1/simulation/fleet", """{"computers":3}""", "more");
        Assert.Equal(2, _api.Fleet.SimulatedFleet.Asked.Select(asked => asked.RequestId).Distinct().Count());
    }

    [Fact]
    public async Task Refuse_another_request_under_the_same_key_when_the_answer_was_lost()
    {
        await MakeImageAsync("key-1");
        _api.Fleet.Requests["operator/key-1"].LoseAnswer();
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.SendAsync("POST", Images, Golden + " ", "key-1")).Status);
    }

    [Fact]
    public async Task Refuse_another_request_under_the_same_key()
    {
        await _api.SendAsync("POST", Images, Golden, "key-1");
        var (status, body, _) = await _api.SendAsync("POST", Images, Golden + " ", "key-1");
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.True(body.GetProperty("errors").TryGetProperty("Idempotency-Key", out _));
    }

    [Fact]
    public async Task Ask_to_wait_while_the_first_is_carried_out()
    {
        await _api.SendAsync("POST", Images, Golden, "key-1");
        _api.Fleet.Requests["operator/key-1"].StayInProgress();
        var (status, _, response) = await _api.SendAsync("POST", Images, Golden, "key-1");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a\u007f")]
    [InlineData("")]
    public async Task Refuse_a_key_that_is_no_key(string key) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _api.SendAsync("POST", Images, Golden, key)).Status);

    [Fact]
    public async Task Carry_out_again_what_failed()
    {
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer(), Failure = new TimeoutException() };
        Assert.Equal(HttpStatusCode.GatewayTimeout, (await _api.SendAsync("POST", "/api/v1/computers/ecd-1/stop", key: "key-1")).Status);
        _api.Fleet.Computers["ecd-1"].Failure = null;
        Assert.Equal(HttpStatusCode.Accepted, (await _api.SendAsync("POST", "/api/v1/computers/ecd-1/stop", key: "key-1")).Status);
    }

    [Fact]
    public async Task Keep_a_refusal_and_an_answer_without_a_body()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1", key: "key-1")).Status);
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
        Assert.Equal(HttpStatusCode.NotFound, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1", key: "key-1")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1", key: "key-2")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("DELETE", "/api/v1/computers/ecd-1", key: "key-2")).Status);
    }

    private async Task<string?> MakeImageAsync(string key) =>
        (await _api.SendAsync("POST", Images, Golden, key)).Body.GetProperty("imageId").GetString();
}
