using System.Collections.Immutable;
using Wuying.Domain.Access;

namespace Wuying.Domain.Tests.Access;

public sealed class The_directory_of_keys
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Counts_what_changes_who_is_let_in()
    {
        var one = AccessKeyRules.Add(AccessKeyDirectory.Empty, Entry("a"));
        var used = AccessKeyRules.NoteUse(one, Uses(("a", At)));
        var none = AccessKeyRules.Disable(used, "a", "b", At);
        Assert.Equal([0, 1, 1, 2], new[] { AccessKeyDirectory.Empty, one, used, none }.Select(directory => directory.Revision));
        Assert.Equal([false, true, true, true], new[] { AccessKeyDirectory.Empty, one, used, none }.Select(directory => directory.HasKeys));
    }

    [Fact]
    public void Remembers_who_disabled_a_key_first_and_when()
    {
        var directory = AccessKeyRules.Disable(AccessKeyRules.Add(AccessKeyDirectory.Empty, Entry("a")), "a", "first", At);
        Assert.Same(directory, AccessKeyRules.Disable(directory, "a", "second", At.AddDays(1)));
        Assert.Equal(("first", At), (directory.Find("a")!.Key.DisabledBy, directory.Find("a")!.Key.DisabledAt));
        Assert.Same(directory, AccessKeyRules.Disable(directory, "nobody", "second", At));
    }

    [Fact]
    public void Knows_the_latest_use()
    {
        var directory = AccessKeyRules.Add(AccessKeyRules.Add(AccessKeyDirectory.Empty, Entry("a")), Entry("b"));
        directory = AccessKeyRules.NoteUse(directory, Uses(("a", At.AddMinutes(2))));
        directory = AccessKeyRules.NoteUse(directory, Uses(("a", At), ("nobody", At)));
        Assert.Equal([At.AddMinutes(2), null], directory.Entries.Select(entry => entry.Key.LastUsedAt));
    }

    [Fact]
    public void Has_room_for_so_many_that_can_be_used()
    {
        var directory = Enumerable.Range(0, AccessKeyRules.UsableMax).Aggregate(AccessKeyDirectory.Empty, (known, number) => AccessKeyRules.Add(known, Entry($"{number}")));
        Assert.NotNull(AccessKeyRules.WhyNotAdd(directory));
        Assert.Null(AccessKeyRules.WhyNotAdd(AccessKeyRules.Disable(directory, "7", "x", At)));
    }

    [Fact]
    public void Forgets_the_keys_that_were_disabled_first()
    {
        var directory = AccessKeyDirectory.Empty;
        foreach (var number in Enumerable.Range(0, AccessKeyRules.DisabledMax + 2))
        {
            directory = AccessKeyRules.Disable(AccessKeyRules.Add(directory, Entry($"{number}")), $"{number}", "x", At.AddSeconds(number));
        }

        Assert.Equal(AccessKeyRules.DisabledMax, directory.Entries.Length);
        Assert.Equal("2", directory.Entries[0].Key.Id);
        Assert.True(directory.HasKeys);
    }

    private static AccessKeyEntry Entry(string id) => new(new AccessKey { Id = id, Role = Role.Viewer, CreatedAt = At, CreatedBy = "test" }, "");

    private static ImmutableSortedDictionary<string, DateTimeOffset> Uses(params (string Id, DateTimeOffset At)[] uses) =>
        uses.ToImmutableSortedDictionary(use => use.Id, use => use.At, StringComparer.Ordinal);
}
