using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;

namespace Wuying.Contracts.Access;

/// <summary>The keys of the service, and the ring of keys that its programs encrypt with. The store keeps them; <see cref="IAccessGrain"/> passes on to an Api that has no database. Every call reads what is committed.</summary>
public interface IAccessStore
{
    /// <summary>All access keys; null when nothing has changed since a revision that the caller knows.</summary>
    /// <param name="knownRevision">The revision that the caller has; -1 for none.</param>
    [Alias("read-keys")]
    Task<AccessKeyDirectory?> ReadKeysAsync(long knownRevision);

    /// <summary>Adds a key; unchanged when there is one of this id.</summary>
    [Alias("add-key")]
    Task<Answer> AddKeyAsync(AccessKeyEntry entry);

    /// <summary>Disables a key for good.</summary>
    /// <returns>It, disabled now or before; null when there is none of this id.</returns>
    [Alias("disable-key")]
    Task<AccessKey?> DisableKeyAsync(string id, string requestedBy);

    /// <summary>Notes when keys were last used; earlier instants than the known ones do not count.</summary>
    [Alias("note-use")]
    Task NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset> lastUses);

    /// <summary>The ring that secrets and sessions are encrypted with, each key as the XML of ASP.NET Core's Data Protection.</summary>
    [Alias("read-key-ring")]
    Task<ImmutableArray<string>> ReadKeyRingAsync();

    /// <summary>Adds a key to the ring.</summary>
    [Alias("add-to-key-ring")]
    Task AddToKeyRingAsync(string xml);
}
