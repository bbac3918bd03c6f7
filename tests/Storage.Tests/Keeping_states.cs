using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Requests;
using Wuying.Domain.CloudComputers;

namespace Wuying.Storage.Tests;

public abstract class Keeping_states<THarness>(THarness store) : IClassFixture<THarness>
    where THarness : StoreHarness
{
    [Fact]
    public async Task What_was_never_written_is_empty()
    {
        var state = await store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-nobody");

        Assert.False(state.RecordExists);
        Assert.Null(state.ETag);
        Assert.Null(state.State!.Current);
    }

    [Fact]
    public async Task A_computer_comes_back_as_it_was_written()
    {
        var computer = Sample.Computer("ecd-round") with { AssignedUserIds = [new("alice"), new("bob")], PendingUpdate = Sample.Scheduled("ecd-round") };

        var back = await WriteAndReadAsync(GrainTypes.CloudComputer, "ecd-round", computer);

        Assert.Equal(computer with { AssignedUserIds = back.AssignedUserIds, Snapshots = back.Snapshots }, back);
        Assert.Equal(computer.AssignedUserIds.AsEnumerable(), back.AssignedUserIds);
    }

    [Fact]
    public async Task An_image_comes_back_as_it_was_written()
    {
        var image = Sample.Image("m-round") with { Update = new("m-round-o1", Sample.New, Sample.Noon), NextNumber = 2 };

        var back = await WriteAndReadAsync(GrainTypes.CustomImage, "m-round", image);

        Assert.Equal(image with { SharedWith = back.SharedWith }, back);
    }

    [Fact]
    public async Task A_region_comes_back_as_it_was_written()
    {
        var region = Sample.Region("eu-central-1") with { DailyUpdateQuota = 7 };

        var back = await WriteAndReadAsync(GrainTypes.Region, "eu-central-1", region);

        Assert.Equal(region with { Catalogue = back.Catalogue }, back);
    }

    [Fact]
    public async Task Any_other_state_comes_back_by_grain_and_name()
    {
        var one = Sample.StateOf(new RecordedAnswer(200, "text/plain", null, [1, 2]));
        var other = Sample.StateOf(new RecordedAnswer(404, null, "/x", []));
        await store.WriteAsync("some-grain", "k", one, "one");
        await store.WriteAsync("some-grain", "k", other, "other");

        Assert.Equal(200, (await store.ReadAsync<Stored<RecordedAnswer>>("some-grain", "k", "one")).State!.Current!.StatusCode);
        Assert.Equal("/x", (await store.ReadAsync<Stored<RecordedAnswer>>("some-grain", "k", "other")).State!.Current!.Location);
        Assert.False((await store.ReadAsync<Stored<RecordedAnswer>>("other-grain", "k", "one")).RecordExists);
    }

    [Fact]
    public async Task The_version_counts_the_writes()
    {
        var state = Sample.StateOf(Sample.Computer("ecd-version"));
        await store.WriteAsync(GrainTypes.CloudComputer, "ecd-version", state);
        await store.WriteAsync(GrainTypes.CloudComputer, "ecd-version", state);

        Assert.Equal("2", state.ETag);
        Assert.Equal("2", (await store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-version")).ETag);
    }

    [Fact]
    public async Task A_stale_version_is_refused_and_changes_nothing()
    {
        var fresh = Sample.StateOf(Sample.Computer("ecd-stale"));
        await store.WriteAsync(GrainTypes.CloudComputer, "ecd-stale", fresh);
        var stale = Sample.StateOf(Sample.Computer("ecd-stale") with { Name = "stale" });
        stale.State!.NewEvents = [Sample.Change("ecd-stale")];

        var refusal = await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteAsync(GrainTypes.CloudComputer, "ecd-stale", stale));

        Assert.Equal("1", refusal.StoredEtag);
        Assert.Null(refusal.CurrentEtag);
        Assert.Equal("Desk of ecd-stale", (await store.ReadAsync<Stored<CloudComputer>>(GrainTypes.CloudComputer, "ecd-stale")).State!.Current!.Name);
        Assert.Empty(await store.Queries.ListHistoryAsync("computer", "ecd-stale", null, 10));
    }

    [Fact]
    public async Task A_version_without_a_row_is_refused()
    {
        var ghost = Sample.StateOf(Sample.Computer("ecd-ghost"));
        ghost.ETag = "3";

        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteAsync(GrainTypes.CloudComputer, "ecd-ghost", ghost));
    }

    [Fact]
    public async Task A_cleared_state_is_gone_and_its_old_version_can_not_write_over_what_comes_after()
    {
        var state = Sample.StateOf(new RecordedAnswer(200, null, null, []));
        await store.WriteAsync("some-grain", "cleared", state);
        var sleeper = await store.ReadAsync<Stored<RecordedAnswer>>("some-grain", "cleared");

        await store.Storage.ClearStateAsync("state", GrainId.Create("some-grain", "cleared"), state);
        var afterwards = await store.ReadAsync<Stored<RecordedAnswer>>("some-grain", "cleared");
        afterwards.State = new Stored<RecordedAnswer> { Current = new RecordedAnswer(201, null, null, []) };

        Assert.False(state.RecordExists);
        Assert.Null(state.State!.Current);
        Assert.False(afterwards.RecordExists);
        await store.WriteAsync("some-grain", "cleared", afterwards);
        await Assert.ThrowsAsync<InconsistentStateException>(() => store.WriteAsync("some-grain", "cleared", sleeper));
    }

    [Fact]
    public async Task What_belongs_to_the_fleet_is_not_cleared() => await Assert.ThrowsAsync<NotSupportedException>(() =>
        store.Storage.ClearStateAsync("state", GrainId.Create(GrainTypes.Region, "r"), Sample.StateOf(Sample.Region())));

    [Fact]
    public async Task A_state_without_anything_in_it_is_not_written() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        store.WriteAsync(GrainTypes.CloudComputer, "ecd-void", new GrainState<Stored<CloudComputer>>(new())));

    private async Task<T> WriteAndReadAsync<T>(string type, string key, T current)
        where T : class
    {
        await store.WriteAsync(type, key, Sample.StateOf(current));
        return (await store.ReadAsync<Stored<T>>(type, key)).State!.Current!;
    }
}
