using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R21_Changing_an_update_again_and_again : IAsyncLifetime
{
    private static readonly DateTimeOffset Afternoon = DateTimeOffset.Parse("2023-10-25T07:00:00Z");
    private static readonly DateOnly Tomorrow = new(2023, 10, 26);

    private readonly TemporaryFolder _folder = new();
    private TestFleet _fleet = null!;

    public async ValueTask InitializeAsync() => _fleet = await TestFleet.StartAsync(_folder.File("fleet.db"), Afternoon);

    public async ValueTask DisposeAsync()
    {
        await _fleet.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Runs_once_at_the_last_word_and_gives_the_old_days_back()
    {
        await _fleet.AddAsync([A.Computer("ecd-1")]);
        var computer = _fleet.Computer("ecd-1");
        var first = await _fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        var second = await _fleet.PublishAsync(A.Hangzhou, A.NewerVersion);

        Assert.Equal(Answer.Accepted, await computer.RequestUpdateAsync(A.Scheduled(first, Tomorrow)));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Scheduled(first, Tomorrow.AddDays(3))));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Scheduled(second, Tomorrow.AddDays(3))));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Immediate(second)));
        Assert.Equal(Answer.Unchanged, await computer.RequestUpdateAsync(A.Immediate(second)));
        await _fleet.AdvanceAsync(Afternoon.AddDays(5));

        Assert.Equal(A.NewerVersion, (await _fleet.FindAsync("ecd-1")).CurrentVersion);
        var kinds = (await _fleet.EventsAsync()).Select(recorded => recorded.Event.Kind).ToList();
        Assert.Single(kinds, kind => kind == "updateStarted");
        Assert.Equal(3, kinds.Count(kind => kind == "updateSuperseded"));
        Assert.Equal([1], (await _fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow.AddDays(-1), Tomorrow.AddDays(3))).Select(day => day.Reserved).Where(reserved => reserved > 0));
        var today = await _fleet.Queries.ListUpdatesAsync(A.Hangzhou, Tomorrow.AddDays(-1), null, null, null, 10);
        Assert.Equal(UpdateRowState.Succeeded, Assert.Single(today.Page.Items).State);
    }
}
