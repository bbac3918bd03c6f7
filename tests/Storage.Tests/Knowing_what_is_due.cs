using CsCheck;
using Wuying.Contracts.Fleet;
using Wuying.Contracts.Machines;
using Wuying.Domain.Images;
using Wuying.Domain.Regions;
using Wuying.Domain.Updates;

namespace Wuying.Storage.Tests;

public abstract class Knowing_what_is_due<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly RegionId Hangzhou = new(Sample.Hangzhou);

    [Fact]
    public async Task The_due_are_those_that_the_rules_call_due() =>
        await Gen.Select(Generated.Fleet(80), Gen.Int[-7, 7], Gen.Bool).SampleAsync(
            async (fleet, hours, withChanged) =>
            {
                await Store.PutAsync(fleet);
                var now = Sample.Window.StartsAt.AddHours(hours);
                foreach (var shard in Enumerable.Range(0, RegionShard.Count))
                {
                    foreach (DateOnly? window in new DateOnly?[] { null, Sample.Day, Sample.Day.AddDays(1) })
                    {
                        var expected = Model.Due(fleet, Sample.Hangzhou, shard, window, now, withChanged);
                        var actual = await Store.DueWork.FindDueAsync(Hangzhou, shard, window, now, withChanged);
                        Assert.Equal(expected.Select(Brief), actual.Computers.Select(Brief));
                        Assert.Equal(Model.NextDueAt(fleet, Sample.Hangzhou, shard, window), actual.NextDueAt);
                        Assert.Equal(window is null && Model.HasWaiting(fleet, Sample.Hangzhou, shard), actual.HasWaiting);
                    }
                }
            },
            iter: 8,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task Every_shard_with_work_is_known_at_start_up() =>
        await Generated.Fleet(40).SampleAsync(
            async fleet =>
            {
                await Store.PutAsync(fleet);
                var expected =
                    from region in new[] { Sample.Hangzhou, "eu-central-1" }
                    from shard in Enumerable.Range(0, RegionShard.Count)
                    from window in new DateOnly?[] { null, Sample.Day, Sample.Day.AddDays(1) }
                    where Model.Due(fleet, region, shard, window, DateTimeOffset.MaxValue, withChanged: false).Any()
                    select new ShardWork(new(region), shard, window);
                Assert.Equal(expected, await Store.DueWork.ListShardsWithWorkAsync());
            },
            iter: 8,
            threads: 1,
            print: Generated.Print);

    [Fact]
    public async Task An_image_is_due_when_its_update_should_have_ended()
    {
        var image = Sample.Image("m-1") with { Update = new ImageUpdate("m-1-o1", Sample.New, Sample.Noon) };
        await Store.PutAsync(image);
        await Store.PutAsync(Sample.Image("m-2"));

        var early = await FindDueAsync(image, image.Update.EndsAt.AddTicks(-1));
        Assert.True(early is { Images: [], HasAny: true });
        Assert.Equal("m-1", Assert.Single((await FindDueAsync(image, image.Update.EndsAt)).Images).Id.Value);
        Assert.False((await FindDueAsync(image, image.Update.EndsAt, Sample.Day)).HasAny);
        Assert.Equal([new ShardWork(Hangzhou, image.Shard, null)], await Store.DueWork.ListShardsWithWorkAsync());
        await Store.PutAsync(image with { Update = null });
        Assert.False((await FindDueAsync(image, image.Update.EndsAt)).HasAny);
    }

    [Fact]
    public async Task A_place_in_the_quota_is_stray_while_no_update_accounts_for_it()
    {
        var (held, taken, stray) = (new UpdateId("ecd-1-u1"), new UpdateId("ecd-1-u2"), new UpdateId("ecd-1-u3"));
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day, 10, [held, taken, stray], []);

        // The second update took the place of the first over; the third gave its own back.
        await Store.PutAsync(
            Sample.Computer("ecd-1"),
            Sample.Update("ecd-1", 1),
            Sample.Update("ecd-1", 4) with { ReservationId = taken },
            Sample.Update("ecd-1", 3) with { ReservationId = null });

        Assert.Equal([new QuotaReservation(Sample.Day, stray)], await StraysAsync("ecd-1"));
        Assert.Empty(await Store.DueWork.ListStrayReservationsAsync(Hangzhou, Sample.Day, (RegionShard.Of("ecd-1") + 1) % RegionShard.Count));
        Assert.Empty(await Store.DueWork.ListStrayReservationsAsync(Hangzhou, Sample.Day.AddDays(1), RegionShard.Of("ecd-1")));
        Assert.Empty(await Store.DueWork.ListStrayReservationsAsync(new("eu-central-1"), Sample.Day, RegionShard.Of("ecd-1")));
    }

    private Task<DueWork> FindDueAsync(CustomImage image, DateTimeOffset now, DateOnly? window = null) =>
        Store.DueWork.FindDueAsync(Hangzhou, image.Shard, window, now, withChanged: false);

    private Task<System.Collections.Immutable.ImmutableArray<QuotaReservation>> StraysAsync(string computer) =>
        Store.DueWork.ListStrayReservationsAsync(Hangzhou, Sample.Day, RegionShard.Of(computer));

    private static (string Id, MachineOperationRef? Operation, bool Update) Brief(DueComputer due) => (due.Id.Value, due.Operation, due.IsUpdateDue);
}
