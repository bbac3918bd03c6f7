using System.Net;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Access;

public sealed class Asking_too_often
{
    private const string Clock = "/api/v1/simulation/clock";
    private static readonly string[] TwoAtOnceThenOneAMinute = ["--RateLimits:RequestsPerMinute", "1", "--RateLimits:Burst", "2"];

    [Fact]
    public async Task Is_refused_with_the_time_to_wait_and_hinders_no_other_key()
    {
        await using var api = await TestApi.StartAsync(TwoAtOnceThenOneAMinute);
        var (one, other) = (await api.MakeKeyAsync(Role.Viewer), await api.MakeKeyAsync(Role.Viewer));
        api.Use(one);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", Clock)).Status);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", Clock)).Status);

        var refused = await api.SendAsync("GET", Clock);
        A_problem.Is(HttpStatusCode.TooManyRequests, AccessProblems.TooManyRequests, refused);
        Assert.InRange(refused.Response.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);

        api.Use(other);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", Clock)).Status);
    }

    [Fact]
    public async Task Is_nobodys_business_at_this_machine_while_there_are_no_keys()
    {
        await using var api = await TestApi.StartAsync(TwoAtOnceThenOneAMinute);
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", Clock)).Status);
        }
    }

    [Fact]
    public async Task Counts_at_this_machine_too_when_told_so()
    {
        await using var api = await TestApi.StartAsync([.. TwoAtOnceThenOneAMinute, "--RateLimits:LimitLocal", "true"]);
        Assert.Equal(
            [HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.TooManyRequests],
            new[] { (await api.SendAsync("GET", Clock)).Status, (await api.SendAsync("GET", Clock)).Status, (await api.SendAsync("GET", Clock)).Status });
    }

    [Fact]
    public async Task Costs_no_turn_of_who_is_not_let_in()
    {
        await using var api = await TestApi.StartAsync(TwoAtOnceThenOneAMinute);
        var key = await api.MakeKeyAsync(Role.Viewer);
        api.Use(key with { Secret = "guessed" });
        foreach (var _ in Enumerable.Range(0, 5))
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync("GET", Clock)).Status);
        }

        api.Use(key);
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", Clock)).Status);
    }
}
