using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R24_Asking_for_many_computers_at_once : FleetTests
{
    private const int Computers = 1_200;

    [Fact]
    public async Task Gives_each_its_own_answer_and_lets_no_refusal_hinder_another()
    {
        var target = await PrepareAsync();
        await Fleet.AddAsync([A.Computer("ecd-current") with { CurrentVersion = A.NewVersion }]);

        await BeginAsync("op-1", target);
        var operation = await Fleet.FinishedAsync("op-1");

        Assert.Equal((Computers + 1, Computers, 1), (operation.Total, operation.Accepted, operation.Rejected));
        var first = await Fleet.Queries.ListOperationItemsAsync("op-1", null, 1_000);
        var second = await Fleet.Queries.ListOperationItemsAsync("op-1", first.NextCursor, 1_000);
        var refused = first.Items.Concat(second.Items).Single(item => item.Answer!.Outcome is AnswerOutcome.Rejected);
        Assert.Equal(("ecd-current", RejectionCode.AlreadyUpToDate), (refused.ComputerId.Value, refused.Answer!.Rejection!.Code));
    }

    [Fact]
    public async Task Works_on_the_set_of_that_moment()
    {
        var target = await PrepareAsync();

        await BeginAsync("op-1", target);
        await Fleet.AddAsync([A.Computer("ecd-later")]);
        await Fleet.FinishedAsync("op-1");

        Assert.Null((await Fleet.FindAsync("ecd-later")).PendingUpdate);
    }

    [Fact]
    public async Task Goes_on_after_a_restart_where_it_stood()
    {
        var target = await PrepareAsync();

        await BeginAsync("op-1", target);
        await RestartAsync();
        var operation = await Fleet.FinishedAsync("op-1");

        Assert.Equal(Computers, operation.Accepted);
        var day = Assert.Single(await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow));
        Assert.Equal(Computers, day.Reserved);
    }

    [Fact]
    public async Task Asked_twice_by_the_same_key_has_one_effect()
    {
        var target = await PrepareAsync();

        await BeginAsync("op-1", target);
        await BeginAsync("op-1", target);
        await Fleet.FinishedAsync("op-1");

        var requests = (await Fleet.EventsAsync()).Count(recorded => recorded.Event.Kind == "updateRequested");
        Assert.Equal(Computers, requests);
    }

    private async Task<UpdateTarget> PrepareAsync()
    {
        await Fleet.SetQuotaAsync(A.Hangzhou, 10_000);
        await Fleet.AddAsync(Enumerable.Range(1, Computers).Select(number => A.Computer($"ecd-{number:D5}", CloudComputerStatus.Running)));
        return await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
    }

    private Task<BulkOperation> BeginAsync(string id, UpdateTarget target) => Fleet.Grains.GetGrain<IBulkOperationGrain>(id).BeginAsync(
        A.Hangzhou, new ComputerFilter { RegionId = A.Hangzhou }, new BulkCommand(A.Scheduled(target, Tomorrow), null));
}
