using Wuying.LoadTester.Load;

namespace Wuying.LoadTester.Tests.Load;

public sealed class A_timeline
{
    [Fact]
    public void Has_fewer_and_longer_slices_the_longer_it_is_and_loses_nothing()
    {
        var timeline = new Timeline();
        for (var second = 0; second < 1_000; second++)
        {
            timeline.Answer(TimeSpan.FromSeconds(second), isError: second % 10 == 0);
            timeline.Take(TimeSpan.FromSeconds(second), TimeSpan.FromMilliseconds(second));
        }

        var slices = timeline.ToFigures();

        Assert.Equal(8, slices[0].Seconds);
        Assert.Equal(125, slices.Count);
        Assert.Equal((1_000, 100), (slices.Sum(slice => slice.Answered), slices.Sum(slice => slice.Errors)));
        Assert.Equal(999, slices[^1].P99!.Value, tolerance: 10);
        Assert.Equal(3, slices[0].P50!.Value, tolerance: 1);
    }

    [Fact]
    public void Has_no_latency_where_nothing_began()
    {
        var timeline = new Timeline();
        timeline.Take(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(1));

        Assert.Equal([null, null, 1_000], timeline.ToFigures().Select(slice => slice.P50 is { } median ? Math.Round(median / 100) * 100 : (double?)null));
    }
}
