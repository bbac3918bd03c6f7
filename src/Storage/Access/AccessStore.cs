using System.Collections.Immutable;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Access;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Access;

namespace Wuying.Storage.Access;

/// <summary>Keeps access keys and key ring among the states of grains. Reads before every change and changes nothing that somebody else has written meanwhile: any number of silos, and the program's commands beside them, may use it at the same time.</summary>
/// <param name="states">Where states are kept.</param>
/// <param name="clock">The system's clock.</param>
internal sealed class AccessStore([FromKeyedServices(FleetStorage.Name)] IGrainStorage states, TimeProvider clock) : IAccessStore
{
    private const string KeysName = "keys";
    private const string RingName = "key-ring";

    // Somebody who writes beside us is done before long.
    private const int AttemptsMax = 20;

    private static readonly GrainId Id = GrainId.Create(GrainTypes.Access, "all");

    public async Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision)
    {
        var directory = (await ReadAsync<AccessKeyDirectory>(KeysName)).State?.Current ?? AccessKeyDirectory.Empty;
        return directory.Revision == knownRevision ? null : directory;
    }

    public async Task<Answer> AddKeyAsync(AccessKeyEntry entry)
    {
        var answer = Answer.Unchanged;
        await ChangeKeysAsync(directory =>
        {
            answer = directory.Find(entry.Key.Id) is not null ? Answer.Unchanged
                : AccessKeyRules.WhyNotAdd(directory) is { } refused ? Answer.Rejected(refused)
                : Answer.Accepted;
            return answer.Outcome is AnswerOutcome.Accepted ? AccessKeyRules.Add(directory, entry) : directory;
        });
        return answer;
    }

    public async Task<AccessKey?> DisableKeyAsync(string id, string requestedBy) =>
        (await ChangeKeysAsync(directory => AccessKeyRules.Disable(directory, id, requestedBy, clock.GetUtcNow()))).Find(id)?.Key;

    public Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses) =>
        ChangeKeysAsync(directory => AccessKeyRules.NoteUse(directory, lastUses));

    public async Task<ImmutableArray<string>> ReadKeyRingAsync() =>
        (await ReadAsync<KeyRing>(RingName)).State?.Current?.Elements ?? [];

    public Task AddToKeyRingAsync(string xml) => ChangeAsync(RingName, KeyRing.Empty, ring => ring.Elements.Length < KeyRing.ElementsMax
        ? new KeyRing(ring.Elements.Add(xml))
        : throw new InvalidOperationException($"The key ring has {KeyRing.ElementsMax} keys."));

    private Task<AccessKeyDirectory> ChangeKeysAsync(Func<AccessKeyDirectory, AccessKeyDirectory> change) =>
        ChangeAsync(KeysName, AccessKeyDirectory.Empty, change);

    private async Task<T> ChangeAsync<T>(string name, T empty, Func<T, T> change)
        where T : class
    {
        for (var attempt = 1; ; attempt++)
        {
            var stored = await ReadAsync<T>(name);
            var before = stored.State?.Current ?? empty;
            var after = change(before);
            if (ReferenceEquals(before, after))
            {
                return after;
            }

            stored.State = new Stored<T> { Current = after };
            try
            {
                await states.WriteStateAsync(name, Id, stored);
                return after;
            }
            catch (InconsistentStateException) when (attempt < AttemptsMax)
            {
                // Written beside us: once more, from what is there now.
            }
        }
    }

    private async Task<GrainState<Stored<T>>> ReadAsync<T>(string name)
        where T : class
    {
        var stored = new GrainState<Stored<T>>();
        await states.ReadStateAsync(name, Id, stored);
        return stored;
    }
}
