using System.Globalization;
using Orleans.Storage;
using Wuying.Storage.GroupCommit;

namespace Wuying.Storage.States;

/// <summary>A write that is carried out only if its row still has the version that the writer knows.</summary>
/// <param name="key">See <see cref="QueuedWrite"/>.</param>
/// <param name="expected">The version known; null when the writer found no row.</param>
internal abstract class VersionedWrite(string key, long? expected) : QueuedWrite(key)
{
    /// <summary>The version after this write.</summary>
    public long NewVersion => (expected ?? 0) + 1;

    /// <summary>Compares the version in the store with the one known, and refuses this write if they differ.</summary>
    /// <returns>True when the write may be carried out.</returns>
    public bool Matches(long? stored)
    {
        // Set either way: a batch may be tried again.
        Refusal = stored == expected
            ? null
            : new InconsistentStateException($"{Key} was written by somebody else in the meantime.", Spell(stored), Spell(expected));
        return Refusal is null;
    }

    private static string? Spell(long? version) => version?.ToString(CultureInfo.InvariantCulture);
}
