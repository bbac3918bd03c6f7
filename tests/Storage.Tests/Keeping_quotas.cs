using Orleans.Storage;
using Wuying.Contracts;
using Wuying.Contracts.Quotas;
using Wuying.Domain.Regions;

namespace Wuying.Storage.Tests;

public abstract class Keeping_quotas<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly RegionId Hangzhou = new(Sample.Hangzhou);
    private static readonly string Key = new DailyQuotaKey(Hangzhou, Sample.Day).ToString();

    [Fact]
    public async Task A_day_nobody_asked_for_is_empty()
    {
        var state = await Store.ReadAsync<StoredQuota>(GrainTypes.DailyQuota, Key);

        Assert.False(state.RecordExists);
        Assert.Null(state.State!.Current);
    }

    [Fact]
    public async Task Places_are_granted_and_given_back()
    {
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day, 3, [new("ecd-1-u1"), new("ecd-2-u1")], []);
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day, 5, [new("ecd-3-u1")], [new("ecd-1-u1")]);

        var state = await Store.ReadAsync<StoredQuota>(GrainTypes.DailyQuota, Key);

        Assert.Equal("2", state.ETag);
        Assert.Equal(5, state.State!.Current!.Limit);
        Assert.Equal(["ecd-2-u1", "ecd-3-u1"], state.State.Current.Holders.Select(id => id.Value).Order());
    }

    [Fact]
    public async Task What_was_written_is_taken_off_the_state()
    {
        var state = new GrainState<StoredQuota>(new StoredQuota { Current = new(3, [new("ecd-1-u1")]), Granted = [new("ecd-1-u1")] });

        await Store.WriteAsync(GrainTypes.DailyQuota, Key, state);

        Assert.Empty(state.State!.Granted);
        Assert.Equal("1", state.ETag);
    }

    [Fact]
    public async Task A_stale_quota_grants_nothing()
    {
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day, 1, [new("ecd-1-u1")], []);
        var stale = new GrainState<StoredQuota>(new StoredQuota { Current = new(9, [new("ecd-2-u1")]), Granted = [new("ecd-2-u1")] });

        await Assert.ThrowsAsync<InconsistentStateException>(() => Store.WriteAsync(GrainTypes.DailyQuota, Key, stale));

        Assert.Equal([new QuotaDay(Sample.Day, 1, 1)], await Store.Queries.ListQuotasAsync(Hangzhou, Sample.Day, Sample.Day));
    }

    [Fact]
    public async Task Days_are_listed_from_first_to_last()
    {
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day.AddDays(2), 7, [], []);
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day, 3, [new("ecd-1-u1"), new("ecd-17-u1")], []);
        await Store.ChangeQuotaAsync(Hangzhou, Sample.Day.AddDays(9), 3, [], []);
        await Store.ChangeQuotaAsync(new("eu-central-1"), Sample.Day, 3, [], []);

        Assert.Equal(
            [new QuotaDay(Sample.Day, 3, 2), new QuotaDay(Sample.Day.AddDays(2), 7, 0)],
            await Store.Queries.ListQuotasAsync(Hangzhou, Sample.Day, Sample.Day.AddDays(8)));
    }
}
