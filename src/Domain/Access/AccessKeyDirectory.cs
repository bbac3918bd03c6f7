using System.Collections.Immutable;

namespace Wuying.Domain.Access;

/// <summary>All keys of a service, those that were disabled too.</summary>
/// <param name="Revision">Counts what changes who is let in; 0 before the first key.</param>
/// <param name="Entries">The keys, oldest first.</param>
[GenerateSerializer, Immutable, Alias("wuying.access-key-directory")]
public sealed record AccessKeyDirectory(
    [property: Id(0)] long Revision,
    [property: Id(1)] ImmutableArray<AccessKeyEntry> Entries)
{
    /// <summary>A directory in which no key was ever made.</summary>
    public static readonly AccessKeyDirectory Empty = new(0, []);

    /// <summary>True once a first key was made. There is no way back: a service whose keys are all disabled lets nobody in.</summary>
    public bool HasKeys => !Entries.IsEmpty;

    /// <summary>The key of an id, or null.</summary>
    public AccessKeyEntry? Find(string id) => Entries.FirstOrDefault(entry => entry.Key.Id == id);
}
