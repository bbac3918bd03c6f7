using System.Net;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Hosting;

public sealed class Headers_of_answers : IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("/docs/", 200)]
    [InlineData("/openapi/v1.json", 200)]
    [InlineData("/health/live", 200)]
    [InlineData("/nothing", 404)]
    [InlineData("/api/v1/regions", 200)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/fleet/export", 200)]
    public async Task Keep_browsers_from_what_they_should_not_do(string path, int status)
    {
        var (answered, _, response) = await _api.SendAsync("GET", path);
        Assert.Equal(status, (int)answered);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Contains("frame-ancestors 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.True(!path.StartsWith("/api", StringComparison.Ordinal) || response.Headers.CacheControl?.NoStore is true);
        Assert.False(response.Headers.Contains("Server"));
    }

    [Fact]
    public async Task Are_there_when_something_failed()
    {
        _api.Fleet.Clock.Failure = new InvalidOperationException("secret");
        var (status, body, response) = await _api.SendAsync("GET", "/api/v1/simulation/clock");
        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(["code", "detail", "status", "title", "traceId", "type"], body.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("secret", body.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Come_before_a_body_that_is_too_large()
    {
        await using var api = await TestApi.StartAsync("--Limits:BodyBytesMax", "65536");
        var (status, _, response) = await api.SendAsync("POST", "/api/v1/simulation/clock/advance", $$"""{"by":"{{new string('x', 70_000)}}"}""");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "nosniff"), (status, response.Headers.GetValues("X-Content-Type-Options").Single()));
    }
}
