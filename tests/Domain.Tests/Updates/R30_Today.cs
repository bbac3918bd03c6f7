namespace Wuying.Domain.Tests.Updates;

public sealed class R30_Today
{
    [Theory]
    [InlineData("cn-hangzhou", "2024-05-11")]
    [InlineData("eu-central-1", "2024-05-10")]
    [InlineData("us-west-1", "2024-05-10")]
    public void Is_the_regions_own_calendar_day(string region, string today) =>
        Assert.Equal(Given.Day(today), ProductRegion.CalendarOf(new RegionId(region)).DayOf(Given.Utc("2024-05-10T18:00:00Z")));

    [Fact]
    public void Changes_at_local_midnight()
    {
        Assert.Equal(Given.Night.AddDays(-1), Given.Calendar.DayOf(Given.Midnight - Given.Tick));
        Assert.Equal(Given.Night, Given.Calendar.DayOf(Given.Midnight));
    }
}
