using System.Collections.Immutable;
using Wuying.Domain.Decisions;

namespace Wuying.Domain.Access;

/// <summary>How the directory of keys changes.</summary>
public static class AccessKeyRules
{
    /// <summary>The most keys that can be used at the same time.</summary>
    public const int UsableMax = 1_000;

    /// <summary>How many disabled keys are remembered; the one that was disabled first goes first.</summary>
    public const int DisabledMax = 1_000;

    /// <summary>Why a key cannot be added, or null.</summary>
    public static Rejection? WhyNotAdd(AccessKeyDirectory directory) =>
        directory.Entries.Count(entry => !entry.Key.IsDisabled) >= UsableMax
            ? new Rejection(RejectionCode.InvalidRequest, $"There are {UsableMax} keys; disable one first.")
            : null;

    /// <summary>Adds a key.</summary>
    public static AccessKeyDirectory Add(AccessKeyDirectory directory, AccessKeyEntry entry) =>
        new(directory.Revision + 1, directory.Entries.Add(entry));

    /// <summary>Disables a key; one that is disabled, or is not there, stays so.</summary>
    public static AccessKeyDirectory Disable(AccessKeyDirectory directory, string id, string by, DateTimeOffset at)
    {
        if (directory.Find(id) is not { Key.IsDisabled: false } entry)
        {
            return directory;
        }

        var entries = directory.Entries.Replace(entry, entry with { Key = entry.Key with { DisabledAt = at, DisabledBy = by } });
        return new AccessKeyDirectory(directory.Revision + 1, Forget(entries));
    }

    /// <summary>Notes when keys were last used. Nobody is let in or kept out by that: the revision stays.</summary>
    public static AccessKeyDirectory NoteUse(AccessKeyDirectory directory, ImmutableSortedDictionary<string, DateTimeOffset> lastUses) =>
        directory with { Entries = [.. directory.Entries.Select(entry => NoteUse(entry, lastUses))] };

    private static AccessKeyEntry NoteUse(AccessKeyEntry entry, ImmutableSortedDictionary<string, DateTimeOffset> lastUses) =>
        lastUses.TryGetValue(entry.Key.Id, out var at) && !(at <= entry.Key.LastUsedAt)
            ? entry with { Key = entry.Key with { LastUsedAt = at } }
            : entry;

    private static ImmutableArray<AccessKeyEntry> Forget(ImmutableArray<AccessKeyEntry> entries) =>
        entries.RemoveRange(entries.Where(entry => entry.Key.IsDisabled).OrderByDescending(entry => entry.Key.DisabledAt).Skip(DisabledMax).ToArray());
}
