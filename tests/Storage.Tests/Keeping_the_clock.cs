using Wuying.Contracts;
using Wuying.Contracts.Simulation;

namespace Wuying.Storage.Tests;

public abstract class Keeping_the_clock<THarness> : StoreTests<THarness>
    where THarness : StoreHarness, new()
{
    private static readonly StoredClock Clock = new(IsSimulated: true, Sample.Noon, 3_600, Paused: false);

    [Fact]
    public async Task A_newStore_has_none() => Assert.Null(await LoadAsync());

    [Fact]
    public async Task It_goes_on_where_it_stood()
    {
        await SaveAsync(Clock);
        await SaveAsync(Clock with { Paused = true, Rate = 0.5 });
        await Store.ReopenAsync();

        Assert.Equal(Clock with { Paused = true, Rate = 0.5 }, await LoadAsync());
    }

    [Fact]
    public async Task It_never_goes_on_before_the_youngest_event()
    {
        await SaveAsync(Clock);
        foreach (var at in new[] { Sample.Noon.AddHours(2), Sample.Noon.AddHours(1) })
        {
            var state = Sample.StateOf(Sample.Computer($"ecd-{at.Hour}"));
            state.State!.NewEvents = [Sample.Change($"ecd-{at.Hour}", at: at)];
            await Store.WriteAsync(GrainTypes.CloudComputer, $"ecd-{at.Hour}", state);
        }

        Assert.Equal(Sample.Noon.AddHours(2), (await LoadAsync())!.Now);
        await SaveAsync(Clock with { Now = Sample.Noon.AddHours(3) });
        Assert.Equal(Sample.Noon.AddHours(3), (await LoadAsync())!.Now);
    }

    [Fact]
    public async Task Whose_term_is_over_saves_nothing()
    {
        await SaveAsync(Clock);
        var first = await BeginTermAsync();
        Assert.True(await SaveAsync(Clock with { Rate = 1 }, first));

        var second = await BeginTermAsync();
        Assert.True(second > first);
        Assert.False(await SaveAsync(Clock with { Rate = 2 }, first));
        Assert.False(await SaveAsync(Clock with { Rate = 2 }, term: 0));
        Assert.Equal(Clock with { Rate = 1 }, await LoadAsync());

        Assert.True(await SaveAsync(Clock with { Rate = 3 }, second));
        Assert.Equal(Clock with { Rate = 3 }, await LoadAsync());
    }

    [Fact]
    public async Task Terms_that_begin_at_the_same_moment_are_different_ones()
    {
        await SaveAsync(Clock);

        var terms = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => BeginTermAsync()));

        Assert.Equal(20, terms.Distinct().Count());
    }

    private Task<StoredClock?> LoadAsync() => Store.Clock.LoadClockAsync(TestContext.Current.CancellationToken);

    private Task<bool> SaveAsync(StoredClock clock, long term = 0) => Store.Clock.SaveClockAsync(clock, term, TestContext.Current.CancellationToken);

    private Task<long> BeginTermAsync() => Store.Clock.BeginTermAsync(TestContext.Current.CancellationToken);
}
