using Wuying.Contracts;
using Wuying.Contracts.Access;
using Wuying.Contracts.Fleet;

namespace Wuying.Grains.Access;

/// <summary>Owns one user's password. Who guesses gets few attempts: ten in five minutes of system time, right ones apart.</summary>
[GrainType(GrainTypes.UserPassword)]
internal sealed class UserPasswordGrain(
    [PersistentState("password", FleetStorage.Name)] IPersistentState<Stored<StoredPassword>> stored,
    TimeProvider systemClock) : Grain, IUserPasswordGrain
{
    private const int AttemptsMax = 10;
    private static readonly TimeSpan AttemptsCountFor = TimeSpan.FromMinutes(5);

    // In memory only: an activation lives longer than they count, unless its silo stops.
    private readonly Queue<DateTimeOffset> _attempts = new();

    public Task<PasswordAttempt> BeginAttemptAsync()
    {
        var now = systemClock.GetUtcNow();
        while (_attempts.TryPeek(out var oldest) && now - oldest >= AttemptsCountFor)
        {
            _attempts.Dequeue();
        }

        if (_attempts.Count >= AttemptsMax)
        {
            return Task.FromResult(new PasswordAttempt(IsAllowed: false, Hash: null));
        }

        _attempts.Enqueue(now);
        return Task.FromResult(new PasswordAttempt(IsAllowed: true, stored.State.Current?.Hash));
    }

    public Task SucceedAsync()
    {
        _attempts.Clear();
        return Task.CompletedTask;
    }

    public async Task SetAsync(string hash, string requestedBy)
    {
        stored.State.Current = new StoredPassword(hash, systemClock.GetUtcNow(), requestedBy);
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            // After a failed write only the store knows the truth.
            DeactivateOnIdle();
            throw;
        }

        _attempts.Clear();
    }
}
