using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;

namespace Wuying.Storage.Tests;

public abstract class Recording_beside_a_state<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    [Fact]
    public async Task Events_come_back_in_order_as_they_were_written()
    {
        FleetEvent[] events = [Sample.Change("ecd-1", "first"), Sample.Change("ecd-1", "second") with { Before = null, After = null }];
        var state = Sample.StateOf(Sample.Computer("ecd-1"));
        state.State!.NewEvents = [.. events];

        await Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state);

        Assert.Equal(events, (await Store.Queries.ListEventsAsync(0, 10)).Select(recorded => recorded.Event));
        Assert.Empty(state.State.NewEvents);
    }

    [Fact]
    public async Task Events_of_later_writes_have_higher_numbers()
    {
        foreach (var id in new[] { "ecd-9", "ecd-1", "ecd-5" })
        {
            var state = Sample.StateOf(Sample.Computer(id));
            state.State!.NewEvents = [Sample.Change(id)];
            await Store.WriteAsync(GrainTypes.CloudComputer, id, state);
        }

        var events = await Store.Queries.ListEventsAsync(0, 10);
        Assert.Equal(["ecd-9", "ecd-1", "ecd-5"], events.Select(recorded => recorded.Event.SubjectId));
        Assert.Equal(events.Skip(1), await Store.Queries.ListEventsAsync(events[0].Sequence, 10));
    }

    [Fact]
    public async Task Any_grain_can_record_events()
    {
        var state = Sample.StateOf(Sample.Region());
        state.State!.NewEvents = [Sample.Change("cn-hangzhou") with { Subject = "region" }];

        await Store.WriteAsync(GrainTypes.Region, "cn-hangzhou", state);

        Assert.Single(await Store.Queries.ListHistoryAsync("region", "cn-hangzhou", null, 10));
        Assert.Empty(await Store.Queries.ListHistoryAsync("computer", "cn-hangzhou", null, 10));
    }

    [Fact]
    public async Task History_pages_from_the_newest_back()
    {
        var state = Sample.StateOf(Sample.Computer("ecd-1"));
        state.State!.NewEvents = [.. Enumerable.Range(1, 5).Select(number => Sample.Change("ecd-1", $"fact{number}"))];
        await Store.WriteAsync(GrainTypes.CloudComputer, "ecd-1", state);

        var newest = await Store.Queries.ListHistoryAsync("computer", "ecd-1", null, 2);
        var older = await Store.Queries.ListHistoryAsync("computer", "ecd-1", newest[^1].Sequence, 10);

        Assert.Equal(["fact5", "fact4"], newest.Select(recorded => recorded.Event.Kind));
        Assert.Equal(["fact3", "fact2", "fact1"], older.Select(recorded => recorded.Event.Kind));
        Assert.Empty(await Store.Queries.ListHistoryAsync("computer", "ecd-1", older[^1].Sequence, 10));
        Assert.Equal(older, await Store.Queries.ListHistoryAsync("computer", "ecd-1", newest[^1].Sequence, 3));
    }

    [Fact]
    public async Task Only_a_computer_itself_writes_its_history_and_its_updates()
    {
        var region = Sample.StateOf(Sample.Region());
        region.State!.NewEvents = [Sample.Change("ecd-1")];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(GrainTypes.Region, Sample.Hangzhou, region));
        region.State.NewEvents = [];
        region.State.NewUpdates = [Sample.Update("ecd-1")];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(GrainTypes.Region, Sample.Hangzhou, region));
        var other = Sample.StateOf(Sample.Computer("ecd-2"));
        other.State!.NewEvents = [Sample.Change("ecd-1")];
        await Assert.ThrowsAsync<InvalidOperationException>(() => Store.WriteAsync(GrainTypes.CloudComputer, "ecd-2", other));

        Assert.Empty(await Store.Queries.ListRegionsAsync());
        Assert.Empty(await Store.Queries.ListEventsAsync(0, 10));
    }

    [Fact]
    public async Task An_update_has_one_row_that_follows_it()
    {
        var scheduled = Sample.Update("ecd-1");
        var ended = scheduled with
        {
            State = UpdateRowState.Missed,
            Reason = RejectionCode.ComputerConnected,
            StartedAt = Sample.Noon,
            FinishedAt = Sample.Noon.AddHours(1),
            SnapshotId = new("ecd-1-s1"),
            ReservationId = null,
        };
        await Store.PutAsync(Sample.Computer("ecd-1"), scheduled);
        await Store.PutAsync(Sample.Computer("ecd-1"), ended);

        Assert.Equal([ended], (await ListAsync()).Page.Items);
    }

    [Fact]
    public async Task An_update_may_move_to_another_day()
    {
        await Store.PutAsync(
            Sample.Computer("ecd-1") with { PendingUpdate = Sample.Scheduled("ecd-1") with { Date = Sample.Day.AddDays(-1) } },
            Sample.Update("ecd-1") with { Date = Sample.Day.AddDays(-1) });
        await Store.PutAsync(Sample.Computer("ecd-1"), Sample.Update("ecd-1"));

        Assert.Single((await ListAsync()).Page.Items);
        Assert.Empty((await Store.Queries.ListUpdatesAsync(new(Sample.Hangzhou), Sample.Day.AddDays(-1), null, null, null, 10)).Page.Items);
    }

    [Fact]
    public async Task Updates_are_counted_unfiltered_and_paged_by_computer()
    {
        foreach (var (id, state) in new[] { ("ecd-b", UpdateRowState.Missed), ("ecd-a", UpdateRowState.Missed), ("ecd-c", UpdateRowState.Succeeded), ("ecd-d", UpdateRowState.Missed) })
        {
            RejectionCode? reason = state is UpdateRowState.Missed ? RejectionCode.ComputerConnected : null;
            await Store.PutAsync(Sample.Computer(id), Sample.Update(id, 12, state) with { Reason = reason });
        }

        var first = await ListAsync(UpdateRowState.Missed, RejectionCode.ComputerConnected, limit: 2);
        var second = await ListAsync(UpdateRowState.Missed, after: first.Page.NextCursor, limit: 2);

        Assert.Equal(["ecd-a", "ecd-b"], first.Page.Items.Select(update => update.ComputerId.Value));
        Assert.Equal(["ecd-d"], second.Page.Items.Select(update => update.ComputerId.Value));
        Assert.Null(second.Page.NextCursor);
        Assert.Equal([new("missed", 3), new("succeeded", 1)], second.ByState);
        Assert.Equal([new("ComputerConnected", 3)], second.ByReason);
        Assert.Empty((await ListAsync(after: "zzz")).Page.Items);
    }

    [Fact]
    public async Task Updates_are_counted_by_what_they_have_in_common_and_by_slots_of_time()
    {
        var slot = TimeSpan.FromMinutes(5);
        foreach (var (id, started, day) in new[] { ("ecd-a", 1, 0), ("ecd-b", 4, 0), ("ecd-c", 5, 0), ("ecd-d", 1, 1), ("ecd-e", 1, 2) })
        {
            await Store.PutAsync(Sample.Computer(id), Sample.Update(id, 12, UpdateRowState.Running) with
            {
                Date = Sample.Day.AddDays(day),
                StartedAt = Sample.Noon.AddMinutes(started),
            });
        }

        var slots = await Store.Queries.CountUpdatesAsync(new(Sample.Hangzhou), Sample.Day, Sample.Day.AddDays(1), slot);
        var days = await Store.Queries.CountUpdatesAsync(new(Sample.Hangzhou), Sample.Day, Sample.Day.AddDays(1), null);

        Assert.Equal(
            [(Sample.Day, Sample.Noon, 2), (Sample.Day, Sample.Noon + slot, 1), (Sample.Day.AddDays(1), Sample.Noon, 1)],
            slots.Select(group => (group.Date, group.StartedIn!.Value, group.Count)).Order());
        Assert.Equal([(Sample.Day, null, 3), (Sample.Day.AddDays(1), null, 1)], days.Select(group => (group.Date, group.StartedIn, group.Count)).Order());
        Assert.All(slots, group => Assert.Equal((UpdateRowState.Running, null, false, null), (group.State, group.Reason, group.HasSnapshot, group.FinishedIn)));
    }

    private Task<UpdatesOfDay> ListAsync(UpdateRowState? state = null, RejectionCode? reason = null, string? after = null, int limit = 10) =>
        Store.Queries.ListUpdatesAsync(new(Sample.Hangzhou), Sample.Day, state, reason, after, limit);
}
