using Wuying.Grains.Operations;

namespace Wuying.Grains.Tests;

public sealed class The_lateness_of_ticks
{
    private static readonly DateTimeOffset First = DateTimeOffset.Parse("2023-10-25T16:00:00Z");

    private readonly TickWatch _watch = new();

    [Fact]
    public void Is_the_time_since_the_latest_tick_that_was_due()
    {
        Assert.Equal(TimeSpan.FromSeconds(2), Tick("16:00:02"));
        Assert.Equal(TimeSpan.FromSeconds(5), Tick("16:01:05"));
    }

    [Fact]
    public void Counts_from_the_tick_that_was_skipped()
    {
        Tick("16:00:00");

        Assert.Equal(TimeSpan.FromSeconds(125), Tick("16:03:05"));
        Assert.Equal(TimeSpan.Zero, Tick("16:04:00"));
    }

    [Fact]
    public void Begins_anew_with_a_reminder_that_is_set_anew()
    {
        Tick("16:00:00");

        Assert.Equal(TimeSpan.FromSeconds(1), Tick("18:00:01", first: First.AddHours(2)));
    }

    [Fact]
    public void Is_never_negative()
    {
        Assert.Equal(TimeSpan.Zero, Tick("15:59:59"));
    }

    private TimeSpan Tick(string at, DateTimeOffset? first = null) => _watch.LatenessOf(
        new TickStatus((first ?? First).UtcDateTime, TimeSpan.FromMinutes(1), default), DateTimeOffset.Parse($"2023-10-25T{at}Z"));
}
