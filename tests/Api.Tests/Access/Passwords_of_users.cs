using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Wuying.Api.Access;
using Wuying.Api.Tests.Fakes;
using Wuying.Domain.EndUsers;

namespace Wuying.Api.Tests.Access;

public sealed class Passwords_of_users : IAsyncLifetime
{
    private const string Path = "/api/v1/users/alice/password";
    private static readonly UserId Alice = new("alice");
    private TestApi _api = null!;

    public async ValueTask InitializeAsync() => _api = await StartAsync();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Are_checked_against_a_hash_that_does_not_tell_them()
    {
        Assert.Equal(HttpStatusCode.NoContent, (await _api.SendAsync("PUT", Path, """{"password":"correct horse"}""")).Status);

        Assert.Equal(PasswordCheck.Right, await PasswordsOf(_api).VerifyAsync(Alice, "correct horse"));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(Alice, "correct house"));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(Alice, ""));
        Assert.DoesNotContain("correct horse", _api.Fleet.Passwords["alice"].Hash, StringComparison.Ordinal);
        Assert.Equal("operator", _api.Fleet.Passwords["alice"].SetBy);
    }

    [Fact]
    public async Task Take_the_place_of_those_before()
    {
        await _api.SendAsync("PUT", Path, """{"password":"correct horse"}""");
        await _api.SendAsync("PUT", Path, """{"password":"battery staple"}""");
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(Alice, "correct horse"));
        Assert.Equal(PasswordCheck.Right, await PasswordsOf(_api).VerifyAsync(Alice, "battery staple"));
    }

    [Fact]
    public async Task Are_for_users_who_are_known()
    {
        A_problem.Is(HttpStatusCode.NotFound, "UserNotFound", await _api.SendAsync("PUT", "/api/v1/users/nobody/password", """{"password":"correct horse"}"""));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(new UserId("nobody"), "correct horse"));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(Alice, "correct horse"));
    }

    [Fact]
    public async Task Are_looked_at_no_more_after_many_wrong_ones()
    {
        await _api.SendAsync("PUT", Path, """{"password":"correct horse"}""");
        foreach (var _ in Enumerable.Range(0, 10))
        {
            Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(_api).VerifyAsync(Alice, "guessed"));
        }

        Assert.Equal(PasswordCheck.TooManyAttempts, await PasswordsOf(_api).VerifyAsync(Alice, "correct horse"));
    }

    [Fact]
    public async Task Of_a_fleet_of_simulated_users_are_one_until_they_get_their_own()
    {
        await using var api = await StartAsync("--EndUsers:DefaultPassword", "simulated");
        Assert.Equal(PasswordCheck.Right, await PasswordsOf(api).VerifyAsync(Alice, "simulated"));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(api).VerifyAsync(Alice, "Simulated"));
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(api).VerifyAsync(new UserId("nobody"), "simulated"));

        await api.SendAsync("PUT", Path, """{"password":"correct horse"}""");
        Assert.Equal(PasswordCheck.Wrong, await PasswordsOf(api).VerifyAsync(Alice, "simulated"));
    }

    [Theory]
    [InlineData("""{"password":"short"}""")]
    [InlineData("""{"password":null}""")]
    [InlineData("{}")]
    public async Task Are_not_too_short(string json) => A_problem.Is(HttpStatusCode.BadRequest, "InvalidRequest", await _api.SendAsync("PUT", Path, json));

    private static IUserPasswords PasswordsOf(TestApi api) => api.Services.GetRequiredService<IUserPasswords>();

    private static async Task<TestApi> StartAsync(params string[] more)
    {
        var api = await TestApi.StartAsync(more);
        api.Fleet.Computers["ecd-1"] = new FakeComputer { Current = Samples.Computer() };
        return api;
    }
}
