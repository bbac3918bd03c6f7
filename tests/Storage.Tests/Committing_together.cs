using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests;

public abstract class Committing_together<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task What_waits_at_a_moment_goes_into_one_transaction_of_at_most_a_thousand()
    {
        Task[] writes;
        using (await Store.HoldWritersAsync())
        {
            writes = [.. Enumerable.Range(0, 1_500).Select(number => WriteNewAsync($"ecd-{number}"))];
        }

        await Task.WhenAll(writes);

        Assert.Equal([1_000, 500], Store.BatchSizes.TakeLast(2).OrderDescending());
    }

    [Fact]
    public async Task Everything_acknowledged_is_there_after_a_restart()
    {
        await Task.WhenAll(Enumerable.Range(0, 200).Select(number => WriteNewAsync($"ecd-{number}", times: 3)));

        await Store.ReopenAsync();

        var computers = (await Store.Queries.ListComputersAsync(new ComputerFilter(), null, 1_000)).Items;
        Assert.Equal(200, computers.Length);
        Assert.All(computers, computer => Assert.Equal("written 3 times", computer.Name));
        Assert.Equal(600, (await Store.Queries.ListEventsAsync(0, 1_000)).Length);
    }

    [Fact]
    public async Task A_stale_version_fails_alone()
    {
        await WriteNewAsync("ecd-stale");
        Task stale;
        Task[] others;
        using (await Store.HoldWritersAsync())
        {
            stale = WriteNewAsync("ecd-stale");
            others = [.. Enumerable.Range(0, 20).Select(number => WriteNewAsync($"ecd-{number}"))];
        }

        await Task.WhenAll(others);
        await Assert.ThrowsAsync<InconsistentStateException>(() => stale);
        Assert.Equal(21, Store.BatchSizes.Last());
    }

    [Fact]
    public async Task Of_two_writers_of_one_key_in_one_batch_the_first_wins()
    {
        Task first;
        Task second;
        using (await Store.HoldWritersAsync())
        {
            first = Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", Sample.StateOf(Sample.Computer("ecd-1") with { Name = "first" }));
            second = Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", Sample.StateOf(Sample.Computer("ecd-1") with { Name = "second" }));
        }

        await first;
        await Assert.ThrowsAsync<InconsistentStateException>(() => second);
        Assert.Equal("first", (await Store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-1")).State!.Current!.Name);
    }

    [Fact]
    public async Task Many_readers_at_once_each_get_their_own()
    {
        await Task.WhenAll(Enumerable.Range(0, 300).Select(number => WriteNewAsync($"ecd-{number}")));

        var read = await Task.WhenAll(Enumerable.Range(0, 600).Select(number =>
            Store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, $"ecd-{number}")));

        Assert.All(read.Take(300).Index(), item => Assert.Equal($"ecd-{item.Index}", item.Item.State!.Current!.Id.Value));
        Assert.All(read.Skip(300), state => Assert.False(state.RecordExists));
    }

    [Fact]
    public async Task A_closedStore_refuses_and_does_not_hang()
    {
        var storage = Store.Storage;
        var state = Sample.StateOf(Sample.Computer("ecd-late"));
        await Store.ReopenAsync();

        await Assert.ThrowsAnyAsync<InvalidOperationException>(() => storage.WriteStateAsync("state", GrainId.Create("cloud-computer", "ecd-late"), state));
    }

    private async Task WriteNewAsync(string id, int times = 1)
    {
        var state = Sample.StateOf(Sample.Computer(id));
        for (var time = 1; time <= times; time++)
        {
            state.State!.Current = Sample.Computer(id) with { Name = $"written {time} times" };
            state.State.NewEvents = [Sample.Change(id)];
            await Store.WriteAsync(GrainTypes.CloudComputer, id, state);
        }
    }
}
