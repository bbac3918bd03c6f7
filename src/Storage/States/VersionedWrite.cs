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

    /// <summary>True when the writer found no row.</summary>
    public bool IsFirst => expected is null;

    /// <summary>Compares the version in the store with the one known, and refuses this write if they differ.</summary>
    /// <returns>True when the write may be carried out.</returns>
    public bool Matches(long? stored)
    {
        if (stored == expected)
        {
            Accept();
        }
        else
        {
            Refuse(stored);
        }

        return Refusal is null;
    }

    /// <summary>Says that the row has the version known. A batch may be tried again: what was refused before need not be now.</summary>
    public void Accept() => Refusal = null;

    /// <summary>Says that the row has another version; null when there is no row.</summary>
    public void Refuse(long? stored) =>
        Refusal = new InconsistentStateException($"{Key} was written by somebody else in the meantime.", Spell(stored), Spell(expected));

    private static string? Spell(long? version) => version?.ToString(CultureInfo.InvariantCulture);
}
