namespace Wuying.Storage.Tests;

public abstract class Keeping_reminders<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly DateTime Start = new DateTime(2023, 10, 26, 0, 0, 0, DateTimeKind.Utc).AddTicks(1);

    [Fact]
    public async Task A_reminder_comes_back_to_the_tick()
    {
        var written = Entry("region/2023-10-26/3");
        var etag = await Store.Reminders.UpsertRow(written);

        var read = await Store.Reminders.ReadRow(written.GrainId, "tick");

        Assert.NotNull(read);
        Assert.Equal((written.GrainId, "tick", Start, TimeSpan.FromMinutes(1), etag), (read.GrainId, read.ReminderName, read.StartAt, read.Period, read.ETag));
        Assert.Equal(DateTimeKind.Utc, read.StartAt.Kind);
    }

    [Fact]
    public async Task One_that_was_never_set_is_null() =>
        Assert.Null(await Store.Reminders.ReadRow(GrainId.Create("update-window", "nobody"), "tick"));

    [Fact]
    public async Task Setting_it_again_replaces_it_under_a_new_tag()
    {
        var entry = Entry("a");
        var first = await Store.Reminders.UpsertRow(entry);
        entry.Period = TimeSpan.FromHours(1);
        var second = await Store.Reminders.UpsertRow(entry);

        Assert.NotEqual(first, second);
        Assert.Equal(TimeSpan.FromHours(1), Assert.Single((await Store.Reminders.ReadRows(entry.GrainId)).Reminders).Period);
    }

    [Fact]
    public async Task Only_the_newest_tag_removes_it()
    {
        var entry = Entry("a");
        var old = await Store.Reminders.UpsertRow(entry);
        var removed = await Store.Reminders.RemoveRow(entry.GrainId, "tick", old!);
        var current = await Store.Reminders.UpsertRow(entry);

        Assert.True(removed);
        Assert.False(await Store.Reminders.RemoveRow(entry.GrainId, "tick", old!));
        Assert.False(await Store.Reminders.RemoveRow(entry.GrainId, "tick", "no number"));
        Assert.True(await Store.Reminders.RemoveRow(entry.GrainId, "tick", current!));
    }

    [Fact]
    public async Task Ranges_are_open_below_closed_above_and_go_around()
    {
        foreach (var number in Enumerable.Range(0, 40))
        {
            await Store.Reminders.UpsertRow(Entry($"grain-{number}"));
        }

        var hashes = Enumerable.Range(0, 40).Select(number => Entry($"grain-{number}").GrainId.GetUniformHashCode()).Order().ToArray();
        await AssertRangeAsync(hashes[5], hashes[9], hash => hash > hashes[5] && hash <= hashes[9]);
        await AssertRangeAsync(hashes[30], hashes[4], hash => hash > hashes[30] || hash <= hashes[4]);
        await AssertRangeAsync(hashes[7], hashes[7], _ => true);
        await AssertRangeAsync(0, 0, _ => true);
        await AssertRangeAsync(0, uint.MaxValue, hash => hash > 0);
        await AssertRangeAsync(uint.MaxValue, 0, hash => hash == 0);

        async Task AssertRangeAsync(uint begin, uint end, Func<uint, bool> isIn)
        {
            var read = await Store.Reminders.ReadRows(begin, end);
            Assert.Equal(hashes.Where(isIn), read.Reminders.Select(entry => entry.GrainId.GetUniformHashCode()).Order());
        }
    }

    [Fact]
    public async Task They_outlive_the_process()
    {
        await Store.Reminders.UpsertRow(Entry("a"));
        await Store.ReopenAsync();

        Assert.Single((await Store.Reminders.ReadRows(0, 0)).Reminders);
        await Store.Reminders.TestOnlyClearTable();
        Assert.Empty((await Store.Reminders.ReadRows(0, 0)).Reminders);
    }

    private static ReminderEntry Entry(string key) => new()
    {
        GrainId = GrainId.Create("update-window", key),
        ReminderName = "tick",
        StartAt = Start,
        Period = TimeSpan.FromMinutes(1),
    };
}
