using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

public sealed class Letting_callers_in : IAsyncLifetime
{
    private const string Summary = "/api/v1/fleet/summary";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await TestApi.StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Asks_nobody_at_this_machine_while_there_are_no_keys()
    {
        var (status, body, _) = await _api.SendAsync("GET", "/api/v1/session");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((JsonValueKind.Null, "administrator", JsonValueKind.Null), (body.GetProperty("accessKeyId").ValueKind, body.GetProperty("role").GetString(), body.GetProperty("regions").ValueKind));
    }

    [Fact]
    public async Task Asks_everybody_once_there_is_a_key()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer, "cn-hangzhou");
        A_problem.Is(HttpStatusCode.Unauthorized, AccessProblems.NotAuthenticated, await _api.SendAsync("GET", Summary));

        _api.Use(key);
        var (status, body, _) = await _api.SendAsync("GET", "/api/v1/session");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal($$"""{"accessKeyId":"{{key.Id}}","role":"viewer","regions":["cn-hangzhou"],"may":["read"]}""", body.GetRawText());
    }

    [Fact]
    public async Task Stays_so_when_the_last_key_is_disabled()
    {
        var key = await _api.MakeKeyAsync(Role.Administrator);
        _api.Use(key);
        await _api.SendAsync("DELETE", $"/api/v1/access-keys/{key.Id}");

        var (status, body, _) = await _api.SendAsync("GET", Summary);
        Assert.Equal((HttpStatusCode.Unauthorized, "The access key is disabled."), (status, body.GetProperty("detail").GetString()));
        _api.Use(null);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _api.SendAsync("GET", Summary)).Status);
    }

    [Fact]
    public async Task Tells_what_is_wrong_with_a_secret_only_to_who_knows_it()
    {
        var key = await _api.MakeKeyAsync(Role.Administrator);
        await _api.Fleet.Access.DisableKeyAsync(key.Id, "test");
        foreach (var wrong in new[] { key with { Secret = "x" }, key with { Id = "LTAInobody" }, key with { Secret = key.Secret[..^1] }, key with { Secret = key.Secret + "x" } })
        {
            _api.Use(wrong);
            var (_, body, _) = await _api.SendAsync("GET", Summary);
            Assert.Equal("There is no access key with this id and secret.", body.GetProperty("detail").GetString());
        }
    }

    [Theory]
    [InlineData("Basic")]
    [InlineData("Basic !!!")]
    [InlineData("Basic bm9jb2xvbg==")]
    [InlineData("Basic /////w==")]
    [InlineData("Bearer x")]
    [InlineData("ACS3-HMAC-SHA256 Credential=x,SignedHeaders=host,Signature=00")]
    public async Task Refuses_headers_of_another_form(string header)
    {
        await _api.MakeKeyAsync(Role.Administrator);
        _api.Client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", header);
        A_problem.Is(HttpStatusCode.Unauthorized, AccessProblems.NotAuthenticated, await _api.SendAsync("GET", Summary));
    }

    [Fact]
    public async Task Takes_a_secret_with_colons_for_what_it_is()
    {
        await _api.MakeKeyAsync(Role.Administrator);
        _api.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes("a:b:c")));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _api.SendAsync("GET", Summary)).Status);
    }

    [Fact]
    public async Task Lets_browsers_ask_for_a_password_but_not_in_the_place_of_a_page_that_can()
    {
        await _api.MakeKeyAsync(Role.Administrator);
        var (_, _, byAddress) = await _api.SendAsync("GET", Summary);
        Assert.Equal("Basic", Assert.Single(byAddress.Headers.WwwAuthenticate).Scheme);

        _api.Client.DefaultRequestHeaders.Add("Sec-Fetch-Dest", "empty");
        var (_, _, byScript) = await _api.SendAsync("GET", Summary);
        Assert.NotEqual("Basic", Assert.Single(byScript.Headers.WwwAuthenticate).Scheme);
    }

    [Fact]
    public async Task Says_which_role_would_do()
    {
        var key = await _api.MakeKeyAsync(Role.Viewer);
        _api.Use(key);
        var (status, body, _) = await _api.SendAsync("PATCH", "/api/v1/regions/cn-hangzhou", """{"automaticPush":false}""");
        Assert.Equal(
            (HttpStatusCode.Forbidden, $"{key.Id} is the key of a viewer; this needs that of an administrator."),
            (status, body.GetProperty("detail").GetString()));
    }

    [Fact]
    public async Task Gives_nobody_the_kept_answer_of_another_caller()
    {
        var (one, other) = (await _api.MakeKeyAsync(Role.Administrator), await _api.MakeKeyAsync(Role.Administrator));
        var viewer = await _api.MakeKeyAsync(Role.Viewer);
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
        var statuses = new List<(HttpStatusCode, bool)>();
        foreach (var key in new[] { one, one, other, viewer })
        {
            _api.Use(key);
            var (status, _, response) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/snapshots", """{"name":"a"}""", key: "k");
            statuses.Add((status, response.Headers.Contains("Idempotency-Replayed")));
        }

        Assert.Equal([(HttpStatusCode.Accepted, false), (HttpStatusCode.Accepted, true), (HttpStatusCode.Conflict, false), (HttpStatusCode.Forbidden, false)], statuses);
    }

    [Fact]
    public async Task Fails_closed_when_nobody_knows_the_keys()
    {
        var key = await _api.MakeKeyAsync(Role.Administrator);
        await using var another = await TestApi.StartAsync(_api.Fleet);
        _api.Fleet.Access.Failure = new Orleans.Runtime.SiloUnavailableException("secret");
        another.Use(key);
        A_problem.Is(HttpStatusCode.ServiceUnavailable, "OutcomeUnknown", await another.SendAsync("GET", Summary));
        Assert.Equal(HttpStatusCode.OK, (await another.SendAsync("GET", "/docs/")).Status);
        Assert.Equal(HttpStatusCode.OK, (await another.SendAsync("GET", "/health/live")).Status);
    }
}
