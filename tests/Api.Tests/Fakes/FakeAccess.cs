using System.Collections.Immutable;
using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;

namespace Wuying.Api.Tests.Fakes;

/// <summary>Access keys in memory under the real rules.</summary>
public sealed class FakeAccess : IAccessGrain
{
    private readonly Lock _lock = new();
    private ImmutableArray<string> _ring = [];

    public AccessKeyDirectory Directory { get; private set; } = AccessKeyDirectory.Empty;

    /// <summary>What every call fails with.</summary>
    public Exception? Failure { get; set; }

    /// <summary>How often keys were read.</summary>
    public int Reads { get; private set; }

    public Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision) => Answer(() =>
    {
        Reads++;
        return Directory.Revision == knownRevision ? null : Directory;
    });

    public Task<Answer> AddKeyAsync(AccessKeyEntry entry) => Answer(() =>
    {
        if (Directory.Find(entry.Key.Id) is not null)
        {
            return Contracts.Answers.Answer.Unchanged;
        }

        Directory = AccessKeyRules.Add(Directory, entry);
        return Contracts.Answers.Answer.Accepted;
    });

    public Task<AccessKey?> DisableKeyAsync(string id, string requestedBy) => Answer(() =>
    {
        Directory = AccessKeyRules.Disable(Directory, id, requestedBy, FakeFleet.Now);
        return Directory.Find(id)?.Key;
    });

    public Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses) => Answer(() => Directory = AccessKeyRules.NoteUse(Directory, lastUses));

    public Task<ImmutableArray<string>> ReadKeyRingAsync() => Answer(() => _ring);

    public Task AddToKeyRingAsync(string xml) => Answer(() => _ring = _ring.Add(xml));

    private Task<T> Answer<T>(Func<T> answer)
    {
        lock (_lock)
        {
            return Failure is null ? Task.FromResult(answer()) : Task.FromException<T>(Failure);
        }
    }
}
