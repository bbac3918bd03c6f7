using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Orleans.Runtime.Messaging;
using Wuying.Api.Tests.Fakes;

namespace Wuying.Api.Tests.Http;

public sealed class Failures_behind_the_api : IAsyncLifetime
{
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Say_that_the_outcome_is_unknown_when_a_grain_does_not_answer()
    {
        _api.Fleet.Computers["ecd-1"].Failure = new TimeoutException("secret");
        var (status, body, response) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/start");
        Assert.Equal(HttpStatusCode.GatewayTimeout, status);
        Assert.Equal("OutcomeUnknown", body.GetProperty("code").GetString());
        Assert.DoesNotContain("secret", body.ToString(), StringComparison.Ordinal);
        A_problem.Is(body, response);
    }

    [Fact]
    public async Task Say_that_the_store_cannot_be_written_to()
    {
        _api.Fleet.Computers["ecd-1"].Failure = new OrleansException("secret", new IOException("/secret/fleet.db: the disk is full"));
        var (status, body, response) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/stop");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal("OutcomeUnknown", body.GetProperty("code").GetString());
        Assert.StartsWith("The store cannot be written to: ", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("secret", body.ToString(), StringComparison.Ordinal);
        A_problem.Is(body, response);
    }

    [Fact]
    public async Task Say_when_to_come_back_when_no_silo_is_there()
    {
        _api.Fleet.Clock.Failure = new SiloUnavailableException("secret");
        var (status, body, response) = await _api.SendAsync("GET", "/api/v1/simulation/clock");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.NotNull(response.Headers.RetryAfter);
        A_problem.Is(body, response);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _api.SendAsync("GET", "/health/ready")).Status);
        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("GET", "/health/live")).Status);
    }

    [Theory]
    [MemberData(nameof(WaysToLoseASilo))]
    public async Task Never_claim_that_nothing_was_done_when_a_silo_was_lost(string way, Exception failure)
    {
        _api.Fleet.Computers["ecd-1"].Failure = failure;
        var (status, body, response) = await _api.SendAsync("POST", "/api/v1/computers/ecd-1/start");
        Assert.Equal((way, HttpStatusCode.ServiceUnavailable), (way, status));
        Assert.Equal("OutcomeUnknown", body.GetProperty("code").GetString());
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.StartsWith("The service cannot work at the moment.", body.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public static TheoryData<string, Exception> WaysToLoseASilo() => new()
    {
        { "the grain's silo has died", new SiloUnavailableException("secret") },
        { "the gateway cannot be reached", new ConnectionFailedException("secret", new SocketException()) },
        { "the gateway has died", new ConnectionResetException("secret") },
        { "the connection was closed", new ConnectionAbortedException("secret") },
        { "the gateway has too much to do", new GatewayTooBusyException() },
    };
}
