using Wuying.Contracts.Access;

namespace Wuying.Grains.Tests;

public sealed class Taking_a_nonce : FleetTests
{
    private INonceSliceGrain Slice => Fleet.Grains.GetGrain<INonceSliceGrain>("1/0");

    [Fact]
    public async Task Succeeds_once()
    {
        Assert.Equal(NonceAnswer.Taken, await Slice.TakeAsync("a"));
        Assert.Equal(NonceAnswer.UsedBefore, await Slice.TakeAsync("a"));
        Assert.Equal(NonceAnswer.Taken, await Slice.TakeAsync("b"));
    }

    [Fact]
    public async Task Succeeds_once_though_many_try_at_the_same_time()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Slice.TakeAsync("a")));
        Assert.Single(answers, NonceAnswer.Taken);
        Assert.Equal(19, answers.Count(answer => answer is NonceAnswer.UsedBefore));
    }

    [Fact]
    public async Task Ends_where_a_slice_is_full()
    {
        for (var number = 0; number < NonceSlice.NoncesMax; number++)
        {
            Assert.Equal(NonceAnswer.Taken, await Slice.TakeAsync($"{number}"));
        }

        Assert.Equal(NonceAnswer.Full, await Slice.TakeAsync("a"));
        Assert.Equal(NonceAnswer.UsedBefore, await Slice.TakeAsync("7"));
    }

    [Fact]
    public void Falls_to_the_same_slice_for_the_same_time_and_to_others_after_ten_seconds()
    {
        var key = NonceSliceKey.Of(Afternoon, "a0");
        Assert.Equal(key, NonceSliceKey.Of(Afternoon.AddSeconds(9), "a1"));
        Assert.NotEqual(key, NonceSliceKey.Of(Afternoon.AddSeconds(10), "a0"));
        Assert.NotEqual(key, NonceSliceKey.Of(Afternoon, "b0"));
        Assert.Equal(16, "0123456789abcdef".Select(digit => NonceSliceKey.Of(Afternoon, $"{digit}0").Shard).Distinct().Count());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Is_remembered_whatever_becomes_of_the_silo(bool isCrash)
    {
        await Slice.TakeAsync("a");
        await (isCrash ? CrashAsync() : RestartAsync());
        Assert.Equal(NonceAnswer.UsedBefore, await Slice.TakeAsync("a"));
        Assert.Equal(NonceAnswer.Taken, await Slice.TakeAsync("b"));
    }
}
