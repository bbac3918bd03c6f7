using Wuying.Contracts;
using Wuying.Contracts.Fleet;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Regions;

namespace Wuying.Storage.Tests;

public abstract class Keeping_sessions<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly SessionFilter All = new() { RegionId = new(Sample.Hangzhou) };

    [Fact]
    public async Task A_session_is_one_row_from_its_beginning_to_its_end()
    {
        await RecordAsync("ecd-1", Session("ecd-1", "alice", 0));
        var begun = Assert.Single(await ListAsync(All));
        await RecordAsync("ecd-1", Session("ecd-1", "alice", 0, 30));
        var ended = Assert.Single(await ListAsync(All));

        Assert.Equal((Session("ecd-1", "alice", 0), "Desk of ecd-1", $"{Sample.Hangzhou}+dir-1"), (begun.Session, begun.ComputerName, begun.OfficeNetworkId));
        Assert.Equal(begun with { Session = Session("ecd-1", "alice", 0, 30) }, ended);
    }

    [Fact]
    public async Task Two_users_may_begin_at_the_same_instant()
    {
        await RecordAsync("ecd-1", Session("ecd-1", "alice", 0), Session("ecd-1", "alice", 0, 0), Session("ecd-1", "bob", 0));

        Assert.Equal(
            [Session("ecd-1", "alice", 0, 0), Session("ecd-1", "bob", 0)],
            (await ListAsync(All)).Select(recorded => recorded.Session).OrderBy(session => session.UserId.Value));
    }

    [Fact]
    public async Task Any_filter_answers_what_the_records_say()
    {
        SessionRow[] rows =
        [
            Session("ecd-1", "alice", 0, 10), Session("ecd-1", "bob", 20, 50), Session("ecd-2", "alice", 5), Session("ecd-3", "carol", 7, 8),
            Session("ecd-9", "alice", 1) with { RegionId = new("eu-central-1") },
        ];
        foreach (var ofComputer in rows.GroupBy(row => row.ComputerId.Value))
        {
            await RecordAsync(ofComputer.Key, [.. ofComputer]);
        }

        await AssertFoundAsync(All, row => row.RegionId.Value == Sample.Hangzhou);
        await AssertFoundAsync(All with { ComputerIds = [new("ecd-1"), new("ecd-3")] }, row => row.ComputerId.Value is "ecd-1" or "ecd-3");
        await AssertFoundAsync(All with { ComputerName = "Desk of ecd-2" }, row => row.ComputerId.Value is "ecd-2");
        await AssertFoundAsync(All with { OfficeNetworkId = "elsewhere" }, _ => false);
        await AssertFoundAsync(All with { UserIds = [new("alice"), new("carol")] }, row => row.UserId.Value is not "bob" && row.RegionId.Value == Sample.Hangzhou);
        await AssertFoundAsync(All with { UserIds = [] }, _ => false);
        await AssertFoundAsync(All with { IsConnected = true }, row => row.ComputerId.Value is "ecd-2");
        await AssertFoundAsync(All with { IsConnected = false }, row => row.ComputerId.Value is "ecd-1" or "ecd-3");
        await AssertFoundAsync(All with { StartedFrom = At(5), StartedUntil = At(7) }, row => row.ComputerId.Value is "ecd-2" or "ecd-3");
        await AssertFoundAsync(All with { EndedFrom = At(10), EndedUntil = At(49) }, row => row.StartedAt == At(0));
        await AssertFoundAsync(All with { LastedFrom = TimeSpan.FromMinutes(10) }, row => row.ComputerId.Value is "ecd-1");
        await AssertFoundAsync(All with { LastedUntil = TimeSpan.FromMinutes(1) }, row => row.ComputerId.Value is "ecd-3");

        async Task AssertFoundAsync(SessionFilter filter, Func<SessionRow, bool> expected)
        {
            var found = await Store.Queries.ListSessionsAsync(filter, null, 0, 100);
            Assert.Equal(rows.Where(expected).ToHashSet(), found.Page.Items.Select(recorded => recorded.Session).ToHashSet());
            Assert.Equal(found.Page.Items.Length, found.Total);
        }
    }

    [Fact]
    public async Task Pages_join_from_the_latest_back()
    {
        for (var minute = 0; minute < 7; minute++)
        {
            await RecordAsync("ecd-1", Session("ecd-1", "alice", minute, minute));
        }

        var first = await Store.Queries.ListSessionsAsync(All, null, 0, 3);
        var second = await Store.Queries.ListSessionsAsync(All, first.Page.NextCursor, 0, 3);
        var last = await Store.Queries.ListSessionsAsync(All, second.Page.NextCursor, 0, 3);
        var skipped = await Store.Queries.ListSessionsAsync(All, null, 5, 3);

        Assert.Equal([6, 5, 4, 3, 2, 1, 0], MinutesOf(first, second, last));
        Assert.Null(last.Page.NextCursor);
        Assert.Equal([1, 0], MinutesOf(skipped));
        Assert.Equal((7, 7), (first.Total, skipped.Total));
    }

    [Fact]
    public async Task Of_each_computer_the_latest_fifty_are_kept()
    {
        await RecordAsync("ecd-2", Session("ecd-2", "bob", 0));
        for (var minute = 0; minute < SessionRow.KeptMax + 3; minute++)
        {
            await RecordAsync("ecd-1", Session("ecd-1", "alice", minute, minute));
        }

        var kept = await ListAsync(All);
        Assert.Equal(SessionRow.KeptMax + 1, kept.Count);
        Assert.Equal(At(3), kept.Where(recorded => recorded.Session.ComputerId.Value is "ecd-1").Min(recorded => recorded.Session.StartedAt));
    }

    [Fact]
    public async Task A_computer_writes_no_sessions_of_another() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RecordAsync("ecd-1", Session("ecd-2", "alice", 0)));

    private static IEnumerable<int> MinutesOf(params CountedPage<RecordedSession>[] pages) =>
        pages.SelectMany(page => page.Page.Items).Select(recorded => (int)(recorded.Session.StartedAt - Sample.Noon).TotalMinutes);

    private static DateTimeOffset At(int minutes) => Sample.Noon.AddMinutes(minutes);

    private static SessionRow Session(string computer, string user, int from, int? until = null) =>
        new(new(computer), new RegionId(Sample.Hangzhou), new UserId(user), At(from), until is { } end ? At(end) : null);

    private async Task RecordAsync(string computer, params SessionRow[] sessions)
    {
        var state = await Store.ReadAsync<Stored<Domain.CloudComputers.CloudComputer>>(GrainTypes.CloudComputer, computer);
        state.State!.Current = Sample.Computer(computer, sessions[0].RegionId.Value);
        state.State.NewSessions = [.. sessions];
        await Store.WriteAsync(GrainTypes.CloudComputer, computer, state);
        Assert.Empty(state.State.NewSessions);
    }

    private async Task<IReadOnlyList<RecordedSession>> ListAsync(SessionFilter filter) =>
        (await Store.Queries.ListSessionsAsync(filter, null, 0, 1_000)).Page.Items;
}
