using System.Collections.Immutable;
using Orleans.Concurrency;
using Wuying.Contracts;
using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;

namespace Wuying.Grains.Access;

/// <summary>Passes what an Api asks about access keys on to the store. Stateless, any key: no silo is the only one that knows who is let in.</summary>
[GrainType(GrainTypes.Access), StatelessWorker, Reentrant]
internal sealed class AccessGrain(IAccessStore store) : Grain, IAccessGrain
{
    public Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision) => store.ReadKeysAsync(knownRevision);

    public Task<Answer> AddKeyAsync(AccessKeyEntry entry) => store.AddKeyAsync(entry);

    public Task<AccessKey?> DisableKeyAsync(string id, string requestedBy) => store.DisableKeyAsync(id, requestedBy);

    public Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses) => store.NoteUseAsync(lastUses);

    public Task<ImmutableArray<string>> ReadKeyRingAsync() => store.ReadKeyRingAsync();

    public Task AddToKeyRingAsync(string xml) => store.AddToKeyRingAsync(xml);
}
