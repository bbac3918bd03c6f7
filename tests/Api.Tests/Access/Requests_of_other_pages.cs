using System.Net;
using System.Net.Sockets;
using System.Text;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

/// <summary>A browser at this machine has a page open from elsewhere.</summary>
public sealed class Requests_of_other_pages : IAsyncLifetime
{
    private const string Summary = "/api/v1/fleet/summary";
    private const string Stop = "/api/v1/computers/ecd-1/stop";
    private TestApi _api = null!;

    public async ValueTask InitializeAsync()
    {
        _api = await TestApi.StartAsync();
        _api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
    }

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Theory]
    [InlineData("GET", Summary, "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", Stop, "Sec-Fetch-Site", "cross-site")]
    [InlineData("POST", Stop, "Sec-Fetch-Site", "same-site")]
    [InlineData("POST", Stop, "Origin", "http://elsewhere.example")]
    [InlineData("POST", Stop, "Origin", "null")]
    [InlineData("GET", Summary, "Origin", "http://elsewhere.example")]
    public async Task Are_refused(string method, string path, string header, string value)
    {
        _api.Client.DefaultRequestHeaders.TryAddWithoutValidation(header, value);
        A_problem.Is(HttpStatusCode.Forbidden, AccessProblems.NotAllowed, await _api.SendAsync(method, path));
        Assert.Equal(Domain.CloudComputers.CloudComputerStatus.Running, _api.Fleet.Computers["ecd-1"].Current!.Status);
    }

    [Fact]
    public async Task Are_refused_with_a_password_that_the_browser_remembers()
    {
        _api.Use(await _api.MakeKeyAsync(Role.Administrator));
        _api.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        A_problem.Is(HttpStatusCode.Forbidden, AccessProblems.NotAllowed, await _api.SendAsync("POST", Stop));
    }

    [Fact]
    public async Task Are_no_links_that_somebody_follows()
    {
        _api.Client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "cross-site");
        _api.Client.DefaultRequestHeaders.Add("Sec-Fetch-Mode", "navigate");
        Assert.Equal(HttpStatusCode.OK, (await _api.SendAsync("GET", "/docs/")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await _api.SendAsync("POST", Stop)).Status);
    }

    [Theory]
    [InlineData("rebound.example", Summary)]
    [InlineData("rebound.example:5080", Summary)]
    [InlineData("127.0.0.1.rebound.example", Summary)]
    [InlineData("rebound.example", "/docs/")]
    [InlineData("192.168.1.7", Summary)]
    public async Task Get_nowhere_by_a_name_that_was_given_this_machines_address(string host, string path)
    {
        var answer = await AskAsync(host, path);
        Assert.StartsWith("HTTP/1.1 403 ", answer, StringComparison.Ordinal);
        Assert.Contains("only this machine is served", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("fleet.localhost")]
    [InlineData("127.0.0.9")]
    [InlineData("[::1]:5080")]
    public async Task Have_nothing_to_do_with_this_machines_own_names(string host) =>
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync(host, Summary), StringComparison.Ordinal);

    [Fact]
    public async Task May_come_by_any_name_once_a_key_is_needed()
    {
        await _api.MakeKeyAsync(Role.Administrator);
        Assert.StartsWith("HTTP/1.1 401 ", await AskAsync("fleet.example", Summary), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200 ", await AskAsync("fleet.example", "/docs/"), StringComparison.Ordinal);
    }

    // Nothing between us and the wire has an opinion about the name.
    private async Task<string> AskAsync(string host, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _api.Client.BaseAddress!.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
