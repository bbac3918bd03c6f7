using System.Collections.Immutable;
using Wuying.Api.Hosting;
using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>Access keys and key ring for an Api without a store of its own: any silo will do, and each call takes another way.</summary>
internal sealed class ClusterAccessStore(Cluster cluster) : IAccessStore
{
    private int _calls;

    private IAccessGrain Grain => cluster.Access(Interlocked.Increment(ref _calls));

    public Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision) => Grain.ReadKeysAsync(knownRevision);

    public Task<Answer> AddKeyAsync(AccessKeyEntry entry) => Grain.AddKeyAsync(entry);

    public Task<AccessKey?> DisableKeyAsync(string id, string requestedBy) => Grain.DisableKeyAsync(id, requestedBy);

    public Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses) => Grain.NoteUseAsync(lastUses);

    public Task<ImmutableArray<string>> ReadKeyRingAsync() => Grain.ReadKeyRingAsync();

    public Task AddToKeyRingAsync(string xml) => Grain.AddToKeyRingAsync(xml);
}
