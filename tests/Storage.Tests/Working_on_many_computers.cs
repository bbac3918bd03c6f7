using System.Collections.Immutable;
using Wuying.Contracts.Answers;
using Wuying.Contracts.Fleet;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Decisions;

namespace Wuying.Storage.Tests;

public abstract class Working_on_many_computers<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly BulkOperation Wanted = new()
    {
        Id = "op-1",
        RegionId = new(Sample.Hangzhou),
        Command = new BulkCommand(null, "ops"),
        StartedAt = Sample.Noon,
    };


    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Store.PutAsync(Enumerable.Range(1, 5).Select(number => Sample.Computer($"ecd-{number}")));
        await Store.PutAsync(Sample.Computer("ecd-far", "eu-central-1"));
    }

    [Fact]
    public async Task The_set_is_frozen_when_the_operation_is_made()
    {
        var operation = await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter());
        await Store.PutAsync(Sample.Computer("ecd-6"));

        Assert.Equal(Wanted with { Total = 5 }, operation);
        Assert.Equal(["ecd-1", "ecd-2", "ecd-3", "ecd-4", "ecd-5"], (await TakeAsync(10)).Select(item => item.ComputerId.Value));
        Assert.Equal([1, 2, 3, 4, 5], (await TakeAsync(10)).Select(item => item.Number));
    }

    [Fact]
    public async Task Many_shapes_of_filters_leave_the_store_able_to_save()
    {
        for (var shape = 0; shape < 256; shape++)
        {
            await Store.Operations.CreateOperationAsync(Wanted with { Id = $"op-{shape}" }, new ComputerFilter
            {
                RegionId = (shape & 1) == 0 ? null : new(Sample.Hangzhou),
                Status = (shape & 2) == 0 ? null : CloudComputerStatus.Running,
                IsConnected = (shape & 4) == 0 ? null : false,
                OfficeNetworkId = (shape & 8) == 0 ? null : "office",
                ImageId = (shape & 16) == 0 ? null : new("m-1"),
                Pending = (shape & 32) == 0 ? null : PendingFilter.None,
                Reason = (shape & 64) == 0 ? null : RejectionCode.ComputerConnected,
                Text = (shape & 128) == 0 ? null : "ecd",
            });
        }

        await Store.PutAsync(Sample.Computer("ecd-after"));
        Assert.Single((await Store.Queries.ListComputersAsync(new ComputerFilter { Text = "ecd-after" }, null, 10)).Items);
    }

    [Fact]
    public async Task Making_it_again_changes_nothing()
    {
        var first = await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter { Text = "ecd-1" });
        var second = await Store.Operations.CreateOperationAsync(Wanted with { StartedAt = Sample.Noon.AddDays(1) }, new ComputerFilter());

        Assert.Equivalent(first, second);
        Assert.Single(await TakeAsync(10));
    }

    [Fact]
    public async Task Answers_are_counted_once_and_the_last_one_ends_it()
    {
        await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter());
        var items = await TakeAsync(5);
        ImmutableArray<BulkItem> first = [items[0] with { Answer = Answer.Accepted }, items[1] with { Answer = Answer.Rejected(RejectionCode.DailyQuotaExceeded, "Full.") }];
        ImmutableArray<BulkItem> rest = [.. items.Skip(2).Select(item => item with { Answer = Answer.Unchanged })];

        await RecordAsync(first);
        var half = await RecordAsync(first);
        Assert.Equal((1, 1, 3), (half.Accepted, half.Rejected, half.Remaining));
        Assert.Equal([3, 4, 5], (await TakeAsync(10)).Select(item => item.Number));
        Assert.Equal(["op-1"], await Store.Operations.ListUnfinishedAsync());

        var whole = await RecordAsync(rest);
        Assert.Equal((4, 1, 0), (whole.Accepted, whole.Rejected, whole.Remaining));
        Assert.Equal(Sample.Noon.AddMinutes(1), whole.FinishedAt);
        Assert.Empty(await Store.Operations.ListUnfinishedAsync());
        var read = (await Store.Queries.FindOperationAsync("op-1"))!;
        Assert.Equal(whole with { RejectedByCode = read.RejectedByCode }, read);
    }

    [Fact]
    public async Task Refusals_are_counted_by_code()
    {
        await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter());
        await Store.Operations.CreateOperationAsync(Wanted with { Id = "op-2" }, new ComputerFilter());
        Assert.Empty((await Store.Queries.FindOperationAsync("op-1"))!.RejectedByCode);

        ImmutableArray<Answer> answers =
        [
            Answer.Accepted,
            Answer.Rejected(RejectionCode.UpdateInProgress, "Runs."),
            Answer.Rejected(RejectionCode.NoPendingUpdate, "Nothing."),
            Answer.Rejected(RejectionCode.NoPendingUpdate, "Nothing."),
        ];
        await RecordAsync([.. (await TakeAsync(4)).Zip(answers, (item, answer) => item with { Answer = answer })]);

        var counted = (await Store.Queries.FindOperationAsync("op-1"))!;
        Assert.Equal([new("NoPendingUpdate", 2), new("UpdateInProgress", 1)], counted.RejectedByCode);
        Assert.Equal(counted.Rejected, counted.RejectedByCode.Values.Sum());
        Assert.Equal(counted.RejectedByCode, (await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter())).RejectedByCode);
        Assert.Empty((await Store.Queries.FindOperationAsync("op-2"))!.RejectedByCode);
    }

    [Fact]
    public async Task Items_are_paged_in_request_order_with_their_answers()
    {
        await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter());
        var rejected = (await TakeAsync(1))[0] with { Answer = Answer.Rejected(RejectionCode.DailyQuotaExceeded, "Full.") };
        await RecordAsync([rejected]);

        var page = await Store.Queries.ListOperationItemsAsync("op-1", null, 3);
        var next = await Store.Queries.ListOperationItemsAsync("op-1", page.NextCursor, 3);

        Assert.Equal(rejected, page.Items[0]);
        Assert.Equal([1, 2, 3, 4, 5], page.Items.Concat(next.Items).Select(item => item.Number));
        Assert.Null(next.NextCursor);
    }

    [Fact]
    public async Task Who_took_it_is_found_by_it()
    {
        await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter());
        await Store.Operations.CreateOperationAsync(Wanted with { Id = "op-2" }, new ComputerFilter());
        ImmutableArray<Answer> answers = [Answer.Accepted, Answer.Rejected(RejectionCode.DailyQuotaExceeded, "Full."), Answer.Unchanged, Answer.Replaced];
        await RecordAsync([.. (await TakeAsync(4)).Zip(answers, (item, answer) => item with { Answer = answer })]);

        var took = new ComputerFilter { TookOperationId = "op-1" };

        // The second refused, the fifth was not asked yet, and nobody took the other request.
        Assert.Equal(["ecd-1", "ecd-3", "ecd-4"], (await Store.Queries.IndexComputersAsync(took, ComputerOrder.ById)).Ids.Select(id => id.Value));
        Assert.Equal(3, (await Store.Queries.CountComputersAsync(took)).Total);
        Assert.Equal(0, (await Store.Queries.CountComputersAsync(new ComputerFilter { TookOperationId = "op-2" })).Total);
    }

    [Fact]
    public async Task An_empty_set_is_done_at_once()
    {
        var operation = await Store.Operations.CreateOperationAsync(Wanted, new ComputerFilter { Text = "nothing like it" });

        Assert.Equal(Sample.Noon, operation.FinishedAt);
        Assert.Empty(await Store.Operations.ListUnfinishedAsync());
    }

    [Fact]
    public async Task An_operation_nobody_asked_for_is_not_found() => Assert.Null(await Store.Queries.FindOperationAsync("op-none"));

    private Task<ImmutableArray<BulkItem>> TakeAsync(int limit) => Store.Operations.TakeUnansweredAsync("op-1", limit);

    private Task<BulkOperation> RecordAsync(ImmutableArray<BulkItem> answered) =>
        Store.Operations.RecordAnswersAsync("op-1", answered, Sample.Noon.AddMinutes(1));
}
