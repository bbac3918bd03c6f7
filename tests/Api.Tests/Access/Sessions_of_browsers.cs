using System.Net;
using System.Text;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Access;

public sealed class Sessions_of_browsers : IAsyncLifetime
{
    private const string Session = "/api/v1/session";
    private const string Start = "/api/v1/computers/ecd-1/stop";
    private TestApi _api = null!;
    private TestKey _key = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
        _key = await _api.MakeKeyAsync(Role.Operator);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Begin_with_a_cookie_that_no_script_reads_and_no_other_site_sends()
    {
        var (status, cookie) = await BeginAsync(_api, _key);
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.StartsWith("wuying-session=", cookie, StringComparison.Ordinal);
        Assert.Equal(["httponly", "max-age=43200", "path=/", "samesite=strict"], cookie!.Split("; ")[1..].Order(StringComparer.Ordinal));
        Assert.DoesNotContain(_key.Secret, cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Do_not_begin_with_a_wrong_secret()
    {
        var (status, cookie) = await BeginAsync(_api, _key with { Secret = "x" });
        Assert.Equal((HttpStatusCode.Unauthorized, null), (status, cookie));
    }

    [Fact]
    public async Task Read_and_from_this_services_own_pages_write()
    {
        await UseSessionAsync(_api);
        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("GET", "/api/v1/fleet/summary")).Status);

        _api.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        Assert.Equal(HttpStatusCode.Accepted, (await _api.SendAsync("POST", Start)).Status);
    }

    [Fact]
    public async Task Write_by_the_origin_where_the_browser_says_no_more()
    {
        await UseSessionAsync(_api);
        _api.Client.DefaultRequestHeaders.Add("Origin", _api.Client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        Assert.Equal(HttpStatusCode.Accepted, (await _api.SendAsync("POST", Start)).Status);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    [InlineData("Origin", "http://elsewhere.example")]
    [InlineData("Origin", "null")]
    public async Task Write_from_nowhere_else(string? header, string? value)
    {
        await UseSessionAsync(_api);
        if (header is not null)
        {
            _api.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        }

        A_problem.Is(HttpStatusCode.Forbidden, AccessProblems.NotAllowed, await _api.SendAsync("POST", Start));
        Assert.Equal(Domain.CloudComputers.CloudComputerStatus.Running, _api.Fleet.Computers["ecd-1"].Current!.Status);
    }

    [Fact]
    public async Task End_when_they_are_ended()
    {
        await UseSessionAsync(_api);
        var (status, _, response) = await _api.SendAsync("DELETE", Session);
        Assert.Equal(HttpStatusCode.NoContent, status);
        Assert.Contains("expires=Thu, 01 Jan 1970", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task End_with_their_key()
    {
        await UseSessionAsync(_api);
        await _api.Fleet.Access.DisableKeyAsync(_key.Id, "test");
        await _api.MakeKeyAsync(Role.Viewer);
        A_problem.Is(HttpStatusCode.Unauthorized, AccessProblems.NotAuthenticated, await _api.SendAsync("GET", Session));
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Are_not_made_up(string cookie)
    {
        _api.Client.DefaultRequestHeaders.Add("Cookie", $"wuying-session={cookie}");
        A_problem.Is(HttpStatusCode.Unauthorized, AccessProblems.NotAuthenticated, await _api.SendAsync("GET", Session));
    }

    [Fact]
    public async Task Go_on_at_another_Api_of_the_service()
    {
        var (_, cookie) = await BeginAsync(_api, _key);
        await using var another = await TestApi.StartAsync(_api.Fleet);
        another.Client.DefaultRequestHeaders.Add("Cookie", cookie!.Split(';')[0]);
        var (status, body, _) = await another.SendAsync("GET", Session);
        Assert.Equal((HttpStatusCode.OK, _key.Id), (status, body.GetProperty("accessKeyId").GetString()));
    }

    [Fact]
    public async Task Are_not_kept_under_an_idempotency_key()
    {
        var json = $$"""{"accessKeyId":"{{_key.Id}}","accessKeySecret":"{{_key.Secret}}"}""";
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var (status, _, response) = await _api.SendAsync("POST", Session, json, key: "k");
            Assert.Equal((HttpStatusCode.OK, true, false), (status, response.Headers.Contains("Set-Cookie"), response.Headers.Contains("Idempotency-Replayed")));
        }

        Assert.Empty(_api.Fleet.Requests);
    }

    private async Task UseSessionAsync(TestApi api)
    {
        var (_, cookie) = await BeginAsync(api, _key);
        api.Client.DefaultRequestHeaders.Add("Cookie", cookie!.Split(';')[0]);
    }

    private static async Task<(HttpStatusCode Status, string? Cookie)> BeginAsync(TestApi api, TestKey key)
    {
        using var content = new StringContent($$"""{"accessKeyId":"{{key.Id}}","accessKeySecret":"{{key.Secret}}"}""", Encoding.UTF8, "application/json");
        using var response = await api.Client.PostAsync(Session, content);
        return (response.StatusCode, response.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies.Single() : null);
    }
}
