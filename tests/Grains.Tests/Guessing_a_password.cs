using Wuying.Contracts.Access;

namespace Wuying.Grains.Tests;

public sealed class Guessing_a_password : FleetTests
{
    private const int AttemptsMax = 10;

    private IUserPasswordGrain Password => Fleet.Grains.GetGrain<IUserPasswordGrain>("alice");

    [Fact]
    public async Task Ends_after_ten_attempts_for_five_minutes()
    {
        await Password.SetAsync("hash", "test");
        await GuessAsync(AttemptsMax);
        Assert.Equal(new PasswordAttempt(IsAllowed: false, Hash: null), await Password.BeginAttemptAsync());

        Fleet.SystemClock.Ahead = TimeSpan.FromMinutes(5);
        Assert.Equal(new PasswordAttempt(IsAllowed: true, "hash"), await Password.BeginAttemptAsync());
    }

    [Fact]
    public async Task Is_forgotten_once_it_was_right()
    {
        await Password.SetAsync("hash", "test");
        await GuessAsync(AttemptsMax - 1);
        await Password.BeginAttemptAsync();
        await Password.SucceedAsync();
        await GuessAsync(AttemptsMax);
    }

    [Fact]
    public async Task Is_no_use_where_there_is_none()
    {
        Assert.Equal(new PasswordAttempt(IsAllowed: true, Hash: null), await Password.BeginAttemptAsync());
        await GuessAsync(AttemptsMax - 1);
        Assert.False((await Password.BeginAttemptAsync()).IsAllowed);
    }

    [Fact]
    public async Task Finds_the_last_one_set_also_after_a_restart()
    {
        await Password.SetAsync("older", "test");
        await Password.SetAsync("newer", "test");
        await RestartAsync();
        Assert.Equal("newer", (await Password.BeginAttemptAsync()).Hash);
    }

    private async Task GuessAsync(int times)
    {
        for (var attempt = 0; attempt < times; attempt++)
        {
            Assert.True((await Password.BeginAttemptAsync()).IsAllowed);
        }
    }
}
