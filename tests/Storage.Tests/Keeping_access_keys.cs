using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Domain.Access;
using Wuying.Storage.Access;

namespace Wuying.Storage.Tests;

public abstract class Keeping_access_keys<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly DateTimeOffset At = new(2026, 11, 27, 9, 0, 0, TimeSpan.Zero);

    private AccessStore Keys => new(Store.Storage, Store.SystemClock);

    [Fact]
    public async Task None_are_there_before_the_first()
    {
        Assert.False((await Keys.ReadKeysAsync(-1))!.HasKeys);
        Assert.Null(await Keys.ReadKeysAsync(0));
        Assert.Empty(await Keys.ReadKeyRingAsync());
    }

    [Fact]
    public async Task They_come_back_after_a_restart()
    {
        var key = Key("LTAI1") with { Role = Role.Operator, Regions = [new("cn-hangzhou")], Name = "night shift" };
        Assert.Equal(Answer.Accepted, await Keys.AddKeyAsync(new AccessKeyEntry(key, "protected")));
        Assert.Equal(Answer.Unchanged, await Keys.AddKeyAsync(new AccessKeyEntry(key, "another")));
        await Keys.AddToKeyRingAsync("<key/>");
        await Store.ReopenAsync();

        var entry = (await Keys.ReadKeysAsync(-1))!.Find("LTAI1")!;
        Assert.Equal(("protected", key), (entry.ProtectedSecret, entry.Key with { Regions = key.Regions }));
        Assert.Equal(key.Regions!.Value.AsEnumerable(), entry.Key.Regions!.Value);
        Assert.Equal(["<key/>"], await Keys.ReadKeyRingAsync());
        Assert.Null(await Keys.ReadKeysAsync(1));
    }

    [Fact]
    public async Task One_that_is_disabled_stays_so()
    {
        await Keys.AddKeyAsync(new AccessKeyEntry(Key("LTAI1"), ""));
        Assert.Null(await Keys.DisableKeyAsync("LTAI2", "LTAI1"));
        Assert.Equal((Store.SystemClock.GetUtcNow(), "LTAI1"), await DisableAsync());

        Store.SystemClock.Now += TimeSpan.FromDays(1);
        Assert.Equal((Store.SystemClock.GetUtcNow().AddDays(-1), "LTAI1"), await DisableAsync());
        Assert.Equal(2, (await Keys.ReadKeysAsync(-1))!.Revision);

        async Task<(DateTimeOffset?, string?)> DisableAsync() => await Keys.DisableKeyAsync("LTAI1", "LTAI1") is { } key ? (key.DisabledAt, key.DisabledBy) : default;
    }

    [Fact]
    public async Task Their_last_use_keeps_nobody_from_what_he_knows()
    {
        await Keys.AddKeyAsync(new AccessKeyEntry(Key("LTAI1"), ""));
        await Keys.NoteUseAsync(ImmutableSortedDictionary<string, DateTimeOffset>.Empty.Add("LTAI1", At));
        Assert.Null(await Keys.ReadKeysAsync(1));
        Assert.Equal(At, (await Keys.ReadKeysAsync(-1))!.Find("LTAI1")!.Key.LastUsedAt);
    }

    [Fact]
    public async Task None_is_lost_when_several_write_at_the_same_time()
    {
        var names = Enumerable.Range(1, 12).Select(number => $"LTAI{number:00}").ToArray();
        await Task.WhenAll(names.Select(name => Keys.AddKeyAsync(new AccessKeyEntry(Key(name), ""))).Concat<Task>(names.Select(name => Keys.AddToKeyRingAsync(name))));

        Assert.Equal(names, (await Keys.ReadKeysAsync(-1))!.Entries.Select(entry => entry.Key.Id).Order(StringComparer.Ordinal));
        Assert.Equal(names, (await Keys.ReadKeyRingAsync()).Order(StringComparer.Ordinal));
    }

    private static AccessKey Key(string id) => new() { Id = id, Role = Role.Viewer, CreatedAt = At, CreatedBy = "test" };
}
