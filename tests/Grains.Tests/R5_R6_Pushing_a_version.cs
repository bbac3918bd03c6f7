using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Regions;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R5_R6_Pushing_a_version : FleetTests
{
    private int _requests;

    private IRegionGrain Region => Fleet.Grains.GetGrain<IRegionGrain>(A.Hangzhou.Value);

    [Fact]
    public async Task Offers_it_by_itself_to_computers_on_custom_images_only()
    {
        await AddOneOfEachImageTypeAsync();

        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));

        Assert.Equal(PendingUpdateState.Offered, (await Fleet.FindAsync("ecd-custom")).PendingUpdate?.State);
        Assert.Null((await Fleet.FindAsync("ecd-system")).PendingUpdate);
        Assert.Null((await Fleet.FindAsync("ecd-shared")).PendingUpdate);
    }

    [Fact]
    public async Task Offers_it_by_hand_whatever_the_image_type_while_the_switch_is_off()
    {
        await AddOneOfEachImageTypeAsync();
        await Region.ChangeAsync(automaticPush: false, null, "test");
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        Assert.Null((await Fleet.FindAsync("ecd-custom")).PendingUpdate);

        var order = (await Region.StartPushAsync(A.NewVersion, PushScope.Region, $"request-{++_requests}", "test")).Order!;
        var operation = await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, order.Number));

        Assert.Equal((3, 3), (operation.Total, operation.Accepted));
        Assert.Equal(PendingUpdateState.Offered, (await Fleet.FindAsync("ecd-shared")).PendingUpdate?.State);
    }

    [Fact]
    public async Task Begins_with_the_latest_version_when_the_switch_is_turned_on()
    {
        await Region.ChangeAsync(automaticPush: false, null, "test");
        await AddOneOfEachImageTypeAsync();
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        await Region.ChangeAsync(automaticPush: true, null, "test");
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));

        Assert.Equal(A.NewVersion, (await Fleet.FindAsync("ecd-custom")).PendingUpdate?.Version);
    }

    [Fact]
    public async Task Goes_on_after_a_crash_and_offers_nothing_twice()
    {
        const int Computers = 3_000;
        await Fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => A.Computer($"ecd-{number:D5}")));

        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await CrashAsync();
        var operation = await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));

        Assert.Equal(Computers, operation.Accepted);
        var offers = (await Fleet.EventsAsync()).Where(recorded => recorded.Event.Kind == "updateOffered").ToList();
        Assert.Equal(Computers, offers.Count);
        Assert.Equal(Computers, offers.Select(recorded => recorded.Event.SubjectId).Distinct().Count());
    }

    [Fact]
    public async Task R7_Stopped_in_the_middle_leaves_no_offer_behind()
    {
        const int Computers = 2_000;
        await Region.ChangeAsync(automaticPush: false, null, "test");
        await Fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => A.Computer($"ecd-{number:D5}")));
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);

        await Region.StartPushAsync(A.NewVersion, PushScope.Region, $"request-{++_requests}", "test");
        await Region.StopPushAsync(A.NewVersion, PushScope.Region, $"request-{++_requests}", "test");
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 2));

        Assert.Equal(Computers, (await Fleet.Queries.SummarizeAsync(A.Hangzhou)).ByPendingState["none"]);
    }

    [Fact]
    public async Task R8_Reaches_a_computer_that_was_made_later_when_its_user_logs_on()
    {
        await Fleet.PublishAsync(A.Hangzhou, A.NewVersion, push: true);
        await Fleet.FinishedAsync(PushOperationId.Of(A.Hangzhou, 1));
        await AddOneOfEachImageTypeAsync();

        var shown = await LogOnAsync("ecd-custom");
        Assert.Equal(NotificationKind.Offer, Assert.Single(shown.Notifications).Notification.Kind);
        Assert.Equal(PendingUpdateState.Offered, Assert.Single(shown.Computers).PendingUpdate?.State);
        Assert.Empty((await LogOnAsync("ecd-system")).Notifications);

        await Fleet.Computer("ecd-custom").DeclineUpdateAsync(A.UserOf("ecd-custom"));
        Assert.Null(Assert.Single((await LogOnAsync("ecd-custom")).Computers).PendingUpdate);
    }

    private async Task<LogOn> LogOnAsync(string computer) =>
        (await Fleet.Grains.GetGrain<IEndUserGrain>(A.UserOf(computer).Value).LogOnAsync())!;

    private Task AddOneOfEachImageTypeAsync() => Fleet.AddAsync(
    [
        A.Computer("ecd-custom"),
        A.Computer("ecd-system") with { ImageType = ImageType.System },
        A.Computer("ecd-shared") with { ImageType = ImageType.Shared },
    ]);
}
