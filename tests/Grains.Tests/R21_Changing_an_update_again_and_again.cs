using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R21_Changing_an_update_again_and_again : FleetTests
{
    [Fact]
    public async Task Runs_once_at_the_last_word_and_gives_the_old_days_back()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        var computer = Fleet.Computer("ecd-1");
        var first = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        var second = await Fleet.PublishAsync(A.Hangzhou, A.NewerVersion);

        Assert.Equal(Answer.Accepted, await computer.RequestUpdateAsync(A.Scheduled(first, Tomorrow)));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Scheduled(first, Tomorrow.AddDays(3))));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Scheduled(second, Tomorrow.AddDays(3))));
        Assert.Equal(Answer.Replaced, await computer.RequestUpdateAsync(A.Immediate(second)));
        Assert.Equal(Answer.Unchanged, await computer.RequestUpdateAsync(A.Immediate(second)));
        await Fleet.AdvanceAsync(Afternoon.AddDays(5));

        Assert.Equal(A.NewerVersion, (await Fleet.FindAsync("ecd-1")).CurrentVersion);
        var kinds = (await Fleet.EventsAsync()).Select(recorded => recorded.Event.Kind).ToList();
        Assert.Single(kinds, kind => kind == "updateStarted");
        Assert.Equal(3, kinds.Count(kind => kind == "updateSuperseded"));
        Assert.Equal([1], (await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow.AddDays(-1), Tomorrow.AddDays(3))).Select(day => day.Reserved).Where(reserved => reserved > 0));
        var today = await Fleet.Queries.ListUpdatesAsync(A.Hangzhou, Tomorrow.AddDays(-1), null, null, null, 10);
        Assert.Equal(UpdateRowState.Succeeded, Assert.Single(today.Page.Items).State);
    }
}
