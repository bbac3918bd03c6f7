using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.Decisions;
using Wuying.Domain.Updates;
using Wuying.Harness;

namespace Wuying.Grains.Tests;

public sealed class R22_Cancelling_in_bulk : FleetTests
{
    [Fact]
    public async Task Cancels_what_is_scheduled_and_leaves_and_counts_what_runs()
    {
        await Fleet.AddAsync(Enumerable.Range(1, 6).Select(number => A.Computer($"ecd-{number}")));
        var target = await Fleet.PublishAsync(A.Hangzhou, A.NewVersion);
        await AskAsync(A.Scheduled(target, Tomorrow), 1, 2, 3);
        await AskAsync(A.Immediate(target, snapshotFirst: false), 4, 5);
        Assert.Equal(3, await ReservedAsync());

        var operation = await CancelAllAsync();

        Assert.Equal((6, 3, 3), (operation.Total, operation.Accepted, operation.Rejected));
        Assert.Equal([new("NoPendingUpdate", 1), new("UpdateInProgress", 2)], operation.RejectedByCode);
        Assert.Equal(0, await ReservedAsync());
        await Fleet.AdvanceAsync(Morning);
        foreach (var number in Enumerable.Range(1, 3))
        {
            var computer = await Fleet.FindAsync($"ecd-{number}");
            Assert.Equal((UpdateOutcome.Cancelled, RejectionCode.CancelledByRequest), (computer.LastUpdate!.Outcome, computer.LastUpdate.Reason!.Value));
            Assert.Equal(A.OldVersion, computer.CurrentVersion);
        }

        Assert.Equal(UpdateOutcome.Succeeded, (await Fleet.FindAsync("ecd-4")).LastUpdate!.Outcome);
        Assert.Equal(UpdateOutcome.Succeeded, (await Fleet.FindAsync("ecd-5")).LastUpdate!.Outcome);
    }

    private async Task AskAsync(UpdateRequest request, params int[] numbers)
    {
        foreach (var number in numbers)
        {
            Assert.Equal(Answer.Accepted, await Fleet.Computer($"ecd-{number}").RequestUpdateAsync(request));
        }
    }

    private async Task<int> ReservedAsync() => (await Fleet.Queries.ListQuotasAsync(A.Hangzhou, Tomorrow, Tomorrow)).Sum(day => day.Reserved);

    private async Task<BulkOperation> CancelAllAsync()
    {
        var grain = Fleet.Grains.GetGrain<IBulkOperationGrain>("op-1");
        await grain.BeginAsync(A.Hangzhou, new ComputerFilter(), new BulkCommand(null, "test"));
        while (await Fleet.Queries.FindOperationAsync("op-1") is not { FinishedAt: not null })
        {
            await grain.ContinueAsync();
        }

        return (await Fleet.Queries.FindOperationAsync("op-1"))!;
    }
}
