using Wuying.Contracts.Access;

namespace Wuying.Api.Tests.Fakes;

public sealed class FakeUserPassword : IUserPasswordGrain
{
    private int _attempts;

    public string? Hash { get; private set; }

    public string? SetBy { get; private set; }

    public Task<PasswordAttempt> BeginAttemptAsync() => Task.FromResult(++_attempts > 10 ? new PasswordAttempt(false, null) : new PasswordAttempt(true, Hash));

    public Task SucceedAsync()
    {
        _attempts = 0;
        return Task.CompletedTask;
    }

    public Task SetAsync(string hash, string requestedBy)
    {
        (Hash, SetBy) = (hash, requestedBy);
        return Task.CompletedTask;
    }
}
