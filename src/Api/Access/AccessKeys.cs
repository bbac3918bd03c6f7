using Wuying.Contracts.Access;

namespace Wuying.Api.Access;

/// <summary>
/// Keeps all keys in memory. Every request looks here and none waits, as long as there are requests: what is a second old is read anew beside them. What is
/// older than <see cref="AgeMax"/> counts no more, so that a disabled key stops working by then, whatever else does not work.
/// </summary>
internal sealed class AccessKeys(IAccessStore store, KeyRingRepository ring, AccessKeySecrets secrets, LastUses lastUses, TimeProvider clock)
    : IAccessKeys
{
    /// <summary>How long a key may still work after it was disabled elsewhere.</summary>
    public static readonly TimeSpan AgeMax = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RefreshAge = TimeSpan.FromSeconds(1);

    // One silo that does not answer must not keep everybody out: others are asked as well.
    private static readonly TimeSpan AskOthersAfter = TimeSpan.FromSeconds(1);
    private const int AsksMax = 8;

    private readonly Lock _lock = new();
    private Task<AccessKeySnapshot> _reading = Task.FromResult(AccessKeySnapshot.None);
    private volatile AccessKeySnapshot _known = AccessKeySnapshot.None;

    public async ValueTask<bool> AnyAsync() => (await GetAsync()).Any;

    public async ValueTask<KnownAccessKey?> FindAsync(string id) => (await GetAsync()).Find(id);

    public void NoteUse(string id) => lastUses.Note(id, clock.GetUtcNow());

    /// <summary>Reads them now, because they were changed here.</summary>
    public async Task RefreshAsync()
    {
        // One that is under way may have begun before the change.
        await IgnoreFailureAsync(Volatile.Read(ref _reading));
        await BeginReadingAsync();
    }

    private ValueTask<AccessKeySnapshot> GetAsync()
    {
        var known = _known;
        var age = known == AccessKeySnapshot.None ? AgeMax : clock.GetElapsedTime(known.ReadAt);
        if (age < RefreshAge)
        {
            return new(known);
        }

        var reading = BeginReadingAsync();
        if (age >= AgeMax)
        {
            return new(reading);
        }

        _ = IgnoreFailureAsync(reading);
        return new(known);
    }

    private Task<AccessKeySnapshot> BeginReadingAsync()
    {
        lock (_lock)
        {
            return _reading.IsCompleted ? _reading = ReadAsync(_known) : _reading;
        }
    }

    private async Task<AccessKeySnapshot> ReadAsync(AccessKeySnapshot known)
    {
        await Task.Yield();
        var asked = new List<Task<AccessKeySnapshot>>();
        while (asked.Count < AsksMax)
        {
            asked.Add(AskAsync(known));
            if (await FirstAnswerAsync(asked) is { } read)
            {
                _known = read;
                return read;
            }
        }

        return await asked[0];
    }

    // Null when others should be asked: nobody has answered for a while, or nobody who was asked will.
    private async Task<AccessKeySnapshot?> FirstAnswerAsync(List<Task<AccessKeySnapshot>> asked)
    {
        if (asked.Where(ask => !ask.IsCompleted).ToArray() is { Length: > 0 } pending && !asked.Exists(ask => ask.IsCompletedSuccessfully))
        {
            using var answered = new CancellationTokenSource();
            await Task.WhenAny([.. pending, Task.Delay(AskOthersAfter, clock, answered.Token)]);
            await answered.CancelAsync();
        }

        return asked.Find(ask => ask.IsCompletedSuccessfully) is { } answer ? await answer : null;
    }

    private async Task<AccessKeySnapshot> AskAsync(AccessKeySnapshot known)
    {
        var readAt = clock.GetTimestamp();
        if (await store.ReadKeysAsync(known.Revision) is not { } directory)
        {
            return known.At(readAt);
        }

        if (directory.HasKeys)
        {
            await ring.FetchAsync();
        }

        return new AccessKeySnapshot(directory, secrets, readAt);
    }

    private static async Task IgnoreFailureAsync(Task reading)
    {
        try
        {
            await reading;
        }
#pragma warning disable CA1031 // Whoever needs the answer sees the failure.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }
}
