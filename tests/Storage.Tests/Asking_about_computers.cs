using CsCheck;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests;

public abstract class Asking_about_computers<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Any_filter_answers_what_LINQ_answers_over_the_records() =>
        await Gen.Select(Generated.Fleet(60), Generated.Filter.Array[40]).SampleAsync(
            async (fleet, filters) =>
            {
                await Store.PutAsync(fleet);
                foreach (var filter in filters)
                {
                    var expected = fleet.Where(computer => Model.Matches(computer, filter)).Select(computer => computer.Id.Value);
                    var actual = (await Store.Queries.ListComputersAsync(filter, null, 1_000)).Items.Select(computer => computer.Id.Value);
                    Assert.Equal(expected.Order(StringComparer.Ordinal), actual);
                }
            },
            iter: 15,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task A_page_by_number_knows_how_many_there_are()
    {
        await Store.PutAsync(Enumerable.Range(0, 25).Select(number => Sample.Computer($"ecd-{number:00}")));
        var even = new ComputerFilter { Ids = [.. Enumerable.Range(0, 13).Select(number => new CloudComputerId($"ecd-{2 * number:00}"))] };

        var third = await Store.Queries.SelectComputersAsync(even, null, skipped: 10, 5);
        var behind = await Store.Queries.SelectComputersAsync(even, "ecd-10", skipped: 1, 2);

        Assert.Equal(["ecd-20", "ecd-22", "ecd-24"], third.Page.Items.Select(computer => computer.Id.Value));
        Assert.Equal((13, null), (third.Total, third.Page.NextCursor));
        Assert.Equal(["ecd-14", "ecd-16"], behind.Page.Items.Select(computer => computer.Id.Value));
        Assert.Equal((13, "ecd-16"), (behind.Total, behind.Page.NextCursor));
        Assert.Equal(0, (await Store.Queries.SelectComputersAsync(new ComputerFilter { Ids = [] }, null, 0, 5)).Total);
    }

    [Fact]
    public async Task A_computer_is_found_by_its_present_tags_only()
    {
        await Store.PutAsync(Sample.Computer("ecd-1") with { Tags = [new("floor", "2"), new("team", "a")] });
        await Store.PutAsync(Sample.Computer("ecd-1") with { Tags = [new("team", "b")] });

        Assert.Equal((0, 1, 1, 0), (await CountAsync("team", "a"), await CountAsync("team", "b"), await CountAsync("team", null), await CountAsync("floor", null)));
        await Store.PutAsync(Sample.Computer("ecd-1"));
        Assert.Equal(0, await CountAsync("team", null));

        async Task<int> CountAsync(string key, string? value) =>
            (await Store.Queries.ListComputersAsync(new ComputerFilter { Tags = [new(key, value)] }, null, 10)).Items.Length;
    }
    public async Task Any_order_lists_what_LINQ_lists_in_that_order() =>
        await Gen.Select(Generated.Fleet(60), Gen.Select(Generated.Filter, Generated.Order).Array[40]).SampleAsync(
            async (fleet, asked) =>
            {
                await Store.PutAsync(fleet);
                foreach (var (filter, order) in asked)
                {
                    var expected = Model.Ordered(fleet.Where(computer => Model.Matches(computer, filter)), order).Select(computer => computer.Id).ToArray();
                    var actual = await Store.Queries.IndexComputersAsync(filter, order);
                    Assert.Equal(expected, actual.Ids);
                    Assert.Equal(expected.Length, actual.Total);
                }
            },
            iter: 15,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task Counts_agree_with_the_records() =>
        await Generated.Fleet(60).SampleAsync(
            async fleet =>
            {
                await Store.PutAsync(fleet);
                var living = fleet.Where(computer => computer.Status is not CloudComputerStatus.Deleted).ToList();
                var summary = await Store.Queries.SummarizeAsync(null);
                Assert.Equal(living.Count, summary.Total);
                Assert.Equal(living.CountBy(computer => Model.ApiWord(computer.Status)).ToDictionary(), Longs(summary.ByStatus));
                Assert.Equal(living.CountBy(computer => computer.IsConnected ? "connected" : "disconnected").ToDictionary(), Longs(summary.ByConnection));
                Assert.Equal(living.CountBy(computer => computer.CurrentVersion.Number).ToDictionary(), Longs(summary.ByVersion));
                Assert.Equal(
                    living.CountBy(computer => computer.PendingUpdate is { } pending ? Model.ApiWord(pending.State) : "none").ToDictionary(),
                    Longs(summary.ByPendingState));
                Assert.Equal(
                    living.Where(computer => Model.ReasonOf(computer) is not null).CountBy(computer => Model.ReasonOf(computer).ToString()!).ToDictionary(),
                    Longs(summary.ByReason));
            },
            iter: 15,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task Counts_of_those_that_match_agree_with_the_records() =>
        await Gen.Select(Generated.Fleet(60), Generated.Filter.Array[20]).SampleAsync(
            async (fleet, filters) =>
            {
                await Store.PutAsync(fleet);
                foreach (var filter in filters)
                {
                    var matching = fleet.Where(computer => Model.Matches(computer, filter)).ToList();
                    var counted = await Store.Queries.CountComputersAsync(filter);
                    Assert.Equal(matching.Count, counted.Total);
                    Assert.Equal(matching.CountBy(computer => Model.ApiWord(computer.Status)).ToDictionary(), Longs(counted.ByStatus));
                }
            },
            iter: 15,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task Pages_join_without_gap_or_repetition_while_rows_change()
    {
        await Store.PutAsync(Enumerable.Range(0, 25).Select(number => Sample.Computer($"ecd-{number:00}")));
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Store.Queries.ListComputersAsync(new ComputerFilter(), cursor, 10);
            seen.AddRange(page.Items.Select(computer => computer.Id.Value));
            cursor = page.NextCursor;

            // One behind the reader, one that was read, one that was not.
            await Store.PutAsync(Sample.Computer($"ecd-{seen[^1][4..]}-new"));
            await Store.PutAsync(Sample.Computer("ecd-00") with { Name = "changed" });
            await Store.PutAsync(Sample.Computer("ecd-24") with { Name = "changed" });
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 25).Select(number => $"ecd-{number:00}"), seen.Where(id => !id.EndsWith("-new", StringComparison.Ordinal)));
        Assert.Equal(seen.Distinct(), seen);
    }

    [Fact]
    public async Task The_last_page_says_that_it_is_the_last()
    {
        await Store.PutAsync(Enumerable.Range(0, 10).Select(number => Sample.Computer($"ecd-{number}")));

        Assert.Equal("ecd-8", (await Store.Queries.ListComputersAsync(new ComputerFilter(), null, 9)).NextCursor);
        Assert.Null((await Store.Queries.ListComputersAsync(new ComputerFilter(), null, 10)).NextCursor);
    }

    [Fact]
    public async Task A_computer_that_changes_hands_is_found_by_its_new_user_only()
    {
        await Store.PutAsync(Sample.Computer("ecd-1") with { AssignedUserIds = [new("alice"), new("bob")] });
        await Store.PutAsync(Sample.Computer("ecd-1") with { AssignedUserIds = [new("bob"), new("carol")] });

        Assert.Equal(0, await CountAsync("alice"));
        Assert.Equal(1, await CountAsync("bob"));
        Assert.Equal(1, await CountAsync("carol"));

        async Task<int> CountAsync(string user) =>
            (await Store.Queries.ListComputersAsync(new ComputerFilter { AssignedUserId = new(user) }, null, 10)).Items.Length;
    }

    private static Dictionary<string, int> Longs(IEnumerable<KeyValuePair<string, long>> counts) =>
        counts.ToDictionary(count => count.Key, count => (int)count.Value);
}
