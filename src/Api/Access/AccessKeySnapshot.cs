using System.Collections.Frozen;
using Wuying.Domain.Access;

namespace Wuying.Api.Access;

/// <summary>The keys at one moment. A secret is decrypted when it is first asked for.</summary>
internal sealed class AccessKeySnapshot
{
    /// <summary>Nothing is known yet.</summary>
    public static readonly AccessKeySnapshot None = new(FrozenDictionary<string, Lazy<KnownAccessKey>>.Empty, revision: -1, readAt: 0);

    private readonly FrozenDictionary<string, Lazy<KnownAccessKey>> _keys;

    public AccessKeySnapshot(AccessKeyDirectory directory, AccessKeySecrets secrets, long readAt)
        : this(
            directory.Entries.ToFrozenDictionary(
                entry => entry.Key.Id,
                entry => new Lazy<KnownAccessKey>(() => secrets.Unprotect(entry), LazyThreadSafetyMode.PublicationOnly),
                StringComparer.Ordinal),
            directory.Revision,
            readAt)
    {
    }

    private AccessKeySnapshot(FrozenDictionary<string, Lazy<KnownAccessKey>> keys, long revision, long readAt) =>
        (_keys, Revision, ReadAt) = (keys, revision, readAt);

    /// <summary>The directory's revision; -1 when nothing is known.</summary>
    public long Revision { get; }

    /// <summary>Since when it is at most as old as that: the timestamp of before it was asked for.</summary>
    public long ReadAt { get; }

    /// <summary>True once a first key was made.</summary>
    public bool Any => _keys.Count > 0;

    /// <summary>The key of an id, or null.</summary>
    public KnownAccessKey? Find(string id) => _keys.GetValueOrDefault(id)?.Value;

    /// <summary>The same, found to be so again.</summary>
    public AccessKeySnapshot At(long readAt) => new(_keys, Revision, readAt);
}
