using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Regions;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R9_Accepting_an_offer : FleetTests
{
    private static readonly UserId User = A.UserOf("ecd-1");

    [Fact]
    public async Task For_now_updates_before_anybody_connects_and_tells_when_it_ends()
    {
        await OfferAsync();

        await AcceptAsync(inHours: 0);
        Assert.Equal(RejectionCode.UpdateInProgress, (await Fleet.Computer("ecd-1").ConnectAsync(User)).Rejection?.Code);
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(8));
        Assert.Equal(CloudComputerStatus.Updating, (await Fleet.FindAsync("ecd-1")).Status);
        Assert.Equal(RejectionCode.UpdateInProgress, (await Fleet.Computer("ecd-1").ConnectAsync(User)).Rejection?.Code);

        await Fleet.AdvanceAsync(Afternoon.AddMinutes(30));
        Assert.Equal(A.NewVersion, (await Fleet.FindAsync("ecd-1")).CurrentVersion);
        Assert.Null((await Fleet.Computer("ecd-1").ConnectAsync(User)).Rejection);
    }

    [Fact]
    public async Task For_later_waits_for_the_user_to_leave_and_starts_at_the_next_check()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 4);
        await Fleet.Computer("ecd-1").ConnectAsync(User);

        await Fleet.AdvanceAsync(Afternoon.AddHours(6));
        Assert.Equal(RejectionCode.ComputerConnected, (await Fleet.FindAsync("ecd-1")).PendingUpdate?.Reason);

        await Fleet.Computer("ecd-1").DisconnectAsync(User);
        await Fleet.AdvanceAsync(Afternoon.AddHours(6).AddMinutes(7));
        Assert.Equal(CloudComputerStatus.Updating, (await Fleet.FindAsync("ecd-1")).Status);
    }

    [Fact]
    public async Task For_later_is_missed_when_the_user_stays_for_twelve_hours()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 4);
        await Fleet.Computer("ecd-1").ConnectAsync(User);

        await Fleet.AdvanceAsync(Afternoon.AddHours(17));

        var last = (await Fleet.FindAsync("ecd-1")).LastUpdate!;
        Assert.Equal((UpdateOutcome.Missed, RejectionCode.ComputerConnected), (last.Outcome, last.Reason));
    }

    [Fact]
    public async Task R28_Goes_on_after_a_crash()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 4);

        await CrashAsync();
        await Fleet.AdvanceAsync(Afternoon.AddHours(5));

        Assert.Equal(UpdateOutcome.Succeeded, (await Fleet.FindAsync("ecd-1")).LastUpdate?.Outcome);
    }

    [Fact]
    public async Task For_an_earlier_time_than_before_is_not_slept_through()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 12);
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(30));

        await AcceptAsync(inHours: 4);
        await Fleet.AdvanceAsync(Afternoon.AddHours(5));

        Assert.Equal(UpdateOutcome.Succeeded, (await Fleet.FindAsync("ecd-1")).LastUpdate?.Outcome);
    }

    [Fact]
    public async Task R28_Leaves_nothing_else_waiting_that_comes_up_meanwhile_nor_after_a_crash()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 12);
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(30));

        await Fleet.Computer("ecd-1").PowerAsync(PowerCommand.Restart, "test");
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(40));
        Assert.Equal(CloudComputerStatus.Running, (await Fleet.FindAsync("ecd-1")).Status);

        await Fleet.AdvanceAsync(Afternoon.AddMinutes(90));
        await CrashAsync();
        await Fleet.Computer("ecd-1").PowerAsync(PowerCommand.Restart, "test");
        await Fleet.AdvanceAsync(Afternoon.AddMinutes(100));
        Assert.Equal(CloudComputerStatus.Running, (await Fleet.FindAsync("ecd-1")).Status);
    }

    [Fact]
    public async Task R17_Takes_a_place_of_the_day_and_is_refused_when_there_is_none()
    {
        await OfferAsync();
        await Fleet.SetQuotaAsync(A.Hangzhou, 0);

        var answer = await Fleet.Computer("ecd-1").AcceptUpdateAsync(new OfferAcceptance(User, TimeSpan.Zero, StateAfterwards.AsBefore));

        Assert.Equal(RejectionCode.DailyQuotaExceeded, answer.Rejection?.Code);
        Assert.Equal(PendingUpdateState.Offered, (await Fleet.FindAsync("ecd-1")).PendingUpdate?.State);
    }

    [Fact]
    public async Task R17_Gives_the_place_back_when_it_is_moved_to_another_day_or_declined()
    {
        await OfferAsync();
        await AcceptAsync(inHours: 12);
        Assert.Equal(1, await ReservedAsync(Tomorrow));

        await AcceptAsync(inHours: 4);
        Assert.Equal((1, 0), (await ReservedAsync(Tomorrow.AddDays(-1)), await ReservedAsync(Tomorrow)));

        await Fleet.Computer("ecd-1").DeclineUpdateAsync(User);
        Assert.Equal(0, await ReservedAsync(Tomorrow.AddDays(-1)));
    }

    [Fact]
    public async Task R10_Tells_the_user_each_thing_once_and_what_is_new()
    {
        await OfferAsync();
        Assert.Equal([NotificationKind.Offer], Kinds(await LogOnAsync()));
        await AcceptAsync(inHours: 4);
        await Fleet.AdvanceAsync(Afternoon.AddHours(5));

        var shown = await LogOnAsync();

        Assert.Equal([NotificationKind.Finished, NotificationKind.Started, NotificationKind.Scheduled, NotificationKind.Offer], Kinds(shown));
        Assert.Equal(shown.Notifications[3].Sequence, shown.SeenThrough);
        Assert.Equal(shown.Notifications[0].Sequence, (await LogOnAsync()).SeenThrough);
    }

    private async Task OfferAsync()
    {
        await Fleet.AddAsync([A.Computer("ecd-1")]);
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));
    }

    private async Task AcceptAsync(int inHours)
    {
        var answer = await Fleet.Computer("ecd-1").AcceptUpdateAsync(new OfferAcceptance(User, TimeSpan.FromHours(inHours), StateAfterwards.AsBefore));
        Assert.Null(answer.Rejection);
    }

    private async Task<LogOn> LogOnAsync() => (await Fleet.Grains.GetGrain<IEndUserGrain>(User.Value).LogOnAsync())!;

    private static NotificationKind[] Kinds(LogOn shown) => [.. shown.Notifications.Select(told => told.Notification.Kind)];

    private async Task<int> ReservedAsync(DateOnly day) =>
        (await Fleet.Queries.ListQuotasAsync(A.Hangzhou, day, day)).SingleOrDefault()?.Reserved ?? 0;
}
