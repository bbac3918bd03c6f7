using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;
using Wuying.Harness;

namespace Wuying.Api.Tests.Access;

public sealed class The_life_of_a_key : IAsyncLifetime
{
    private const string Keys = "/api/v1/access-keys";
    private TestApi _api = null!;
    private TestKey _own = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _own = await _api.MakeKeyAsync(Role.Administrator);
        _api.Use(_own);
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Begins_with_the_only_sight_of_its_secret()
    {
        var (status, made, response) = await _api.SendAsync("POST", Keys, """{"role":"operator","regions":["eu-central-1","cn-hangzhou"],"name":"night shift"}""");
        var id = made.GetProperty("accessKeyId").GetString()!;
        var secret = made.GetProperty("accessKeySecret").GetString()!;
        Assert.Equal((HttpStatusCode.Created, $"{Keys}/{id}"), (status, response.Headers.Location?.OriginalString));
        Assert.Matches("^LTAI[a-zA-Z0-9]{17,20}$", id);
        Assert.Matches("^[a-zA-Z0-9]{30}$", secret);

        var (_, list, _) = await _api.SendAsync("GET", Keys);
        var shown = list.GetProperty("items").EnumerateArray().Single(item => item.GetProperty("accessKeyId").GetString() == id);
        Assert.Equal(
            ("operator", "night shift", false, _own.Id),
            (shown.GetProperty("role").GetString(), shown.GetProperty("name").GetString(), shown.GetProperty("disabled").GetBoolean(), shown.GetProperty("createdBy").GetString()));
        Assert.DoesNotContain(secret, list.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain("ecret", list.GetRawText(), StringComparison.Ordinal);

        // Nor is it in what is stored.
        Assert.DoesNotContain(secret, JsonSerializer.Serialize(_api.Fleet.Access.Directory), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_at_once_where_it_is_made_and_where_it_is_disabled()
    {
        var (_, made, _) = await _api.SendAsync("POST", Keys, """{"role":"viewer"}""");
        var key = new TestKey(made.GetProperty("accessKeyId").GetString()!, made.GetProperty("accessKeySecret").GetString()!);
        _api.Use(key);
        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("GET", "/api/v1/regions")).Status);

        _api.Use(_own);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("DELETE", $"{Keys}/{key.Id}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("DELETE", $"{Keys}/{key.Id}")).Status);
        _api.Use(key);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _api.SendAsync("GET", "/api/v1/regions")).Status);

        _api.Use(_own);
        var (_, list, _) = await _api.SendAsync("GET", Keys);
        var shown = list.GetProperty("items").EnumerateArray().Last();
        Assert.Equal((true, _own.Id), (shown.GetProperty("disabled").GetBoolean(), shown.GetProperty("disabledBy").GetString()));
    }

    [Fact]
    public async Task Counts_at_another_Api_within_five_seconds()
    {
        var clock = new ManualClock();
        await using var another = await TestApi.StartAsync(_api.Fleet, builder => builder.Services.AddSingleton<TimeProvider>(clock));
        another.Use(_own);
        Assert.Equal(HttpStatusCode.OK, (await another.SendAsync("GET", "/api/v1/regions")).Status);

        await _api.SendAsync("DELETE", $"{Keys}/{_own.Id}");
        clock.Advance(AccessKeys.AgeMax);
        Assert.Equal(HttpStatusCode.Unauthorized, (await another.SendAsync("GET", "/api/v1/regions")).Status);
    }

    [Fact]
    public async Task Begins_once_for_a_request_that_is_repeated_and_its_secret_is_not_kept()
    {
        var (_, made, _) = await _api.SendAsync("POST", Keys, """{"role":"viewer"}""", key: "k");
        var (status, body, _) = await _api.SendAsync("POST", Keys, """{"role":"viewer"}""", key: "k");
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(made.GetProperty("accessKeyId").GetString()!, body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.Equal(2, _api.Fleet.Access.Directory.Entries.Length);
        Assert.Null(Assert.Single(_api.Fleet.Requests).Value.Answer);
    }

    [Fact]
    public async Task Is_seen_by_its_last_use()
    {
        Assert.Null(_api.Fleet.Access.Directory.Find(_own.Id)!.Key.LastUsedAt);
        await _api.SendAsync("GET", "/api/v1/regions");
        await _api.Services.GetRequiredService<LastUses>().WriteAsync();
        var (_, list, _) = await _api.SendAsync("GET", Keys);
        Assert.Equal(JsonValueKind.String, list.GetProperty("items")[0].GetProperty("lastUsedAt").ValueKind);
    }

    [Fact]
    public async Task Is_seen_by_its_last_use_when_the_program_stops()
    {
        await using (var another = await TestApi.StartAsync(_api.Fleet))
        {
            another.Use(_own);
            await another.SendAsync("GET", "/api/v1/regions");
        }

        Assert.NotNull(_api.Fleet.Access.Directory.Find(_own.Id)!.Key.LastUsedAt);
    }

    [Theory]
    [InlineData("""{"role":"king"}""")]
    [InlineData("""{"role":"Viewer"}""")]
    [InlineData("""{"role":"unspecified"}""")]
    [InlineData("""{"role":"viewer","regions":["mars-1"]}""")]
    [InlineData("""{"role":"viewer","regions":[null]}""")]
    [InlineData("""{"role":"viewer","regions":[]}""")]
    [InlineData("""{"role":"viewer","name":""}""")]
    public async Task Does_not_begin_with_nonsense(string json)
    {
        A_problem.Is(HttpStatusCode.BadRequest, "InvalidRequest", await _api.SendAsync("POST", Keys, json));
        Assert.Single(_api.Fleet.Access.Directory.Entries);
    }

    [Fact]
    public async Task Ends_for_none_that_is_not_there() =>
        A_problem.Is(HttpStatusCode.NotFound, "InvalidRequest", await _api.SendAsync("DELETE", $"{Keys}/LTAInobody"));
}
