namespace Wuying.Domain.Tests.Updates;

public sealed class R29_The_window
{
    [Theory]
    [InlineData("cn-hangzhou", "2024-05-11", "2024-05-10T16:00:00Z", 5)]
    [InlineData("eu-central-1", "2024-03-30", "2024-03-29T23:00:00Z", 5)]
    [InlineData("eu-central-1", "2024-03-31", "2024-03-30T23:00:00Z", 4)]
    [InlineData("eu-central-1", "2024-04-01", "2024-03-31T22:00:00Z", 5)]
    [InlineData("eu-central-1", "2024-10-27", "2024-10-26T22:00:00Z", 6)]
    [InlineData("eu-central-1", "2024-10-28", "2024-10-27T23:00:00Z", 5)]
    [InlineData("us-west-1", "2024-03-10", "2024-03-10T08:00:00Z", 4)]
    [InlineData("us-west-1", "2024-03-11", "2024-03-11T07:00:00Z", 5)]
    [InlineData("us-west-1", "2024-11-03", "2024-11-03T07:00:00Z", 6)]
    [InlineData("us-west-1", "2024-11-04", "2024-11-04T08:00:00Z", 5)]
    public void Runs_from_local_midnight_to_local_five_through_clock_changes(string region, string day, string startsAt, int hours) =>
        IsWindow(ProductRegion.CalendarOf(new RegionId(region)), day, startsAt, hours);

    [Theory]
    [InlineData("America/Havana", "2024-03-10", "2024-03-10T05:00:00Z", 4)]
    [InlineData("Africa/Cairo", "2024-04-26", "2024-04-25T22:00:00Z", 4)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 4)]
    [InlineData("Asia/Beirut", "2024-03-31", "2024-03-30T22:00:00Z", 4)]
    public void Starts_at_the_first_instant_of_a_day_without_midnight(string zone, string day, string startsAt, int hours) =>
        IsWindow(Given.CalendarOfZone(zone), day, startsAt, hours);

    /// <summary>TimeZoneInfo.IsInvalidTime calls these skipped midnights valid.</summary>
    [Theory]
    [InlineData("Asia/Amman", "2021-03-26", "2021-03-25T22:00:00Z", 4)]
    [InlineData("Asia/Damascus", "2022-03-25", "2022-03-24T22:00:00Z", 4)]
    [InlineData("America/Asuncion", "2024-10-06", "2024-10-06T04:00:00Z", 4)]
    public void Starts_at_the_first_instant_even_where_the_platform_hides_that_midnight_is_skipped(string zone, string day, string startsAt, int hours) =>
        IsWindow(Given.CalendarOfZone(zone), day, startsAt, hours);

    [Fact]
    public void Starts_at_the_first_of_two_midnights() =>
        IsWindow(Given.CalendarOfZone("America/Havana"), "2024-11-03", "2024-11-03T04:00:00Z", 6);

    [Theory]
    [InlineData("Africa/Cairo", "2024-11-01", "2024-10-31T22:00:00Z", 5)]
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", 5)]
    [InlineData("Asia/Beirut", "2024-10-27", "2024-10-26T22:00:00Z", 5)]
    [InlineData("Asia/Almaty", "2024-03-01", "2024-02-29T19:00:00Z", 5)]
    public void Starts_after_the_hour_before_midnight_has_come_twice(string zone, string day, string startsAt, int hours) =>
        IsWindow(Given.CalendarOfZone(zone), day, startsAt, hours);

    [Theory]
    [InlineData("eu-central-1", "2024-03-31", "2024-03-31T02:45:00Z")]
    [InlineData("eu-central-1", "2024-10-27", "2024-10-27T03:45:00Z")]
    [InlineData("us-west-1", "2024-03-10", "2024-03-10T11:45:00Z")]
    [InlineData("us-west-1", "2024-11-03", "2024-11-03T12:45:00Z")]
    public void Keeps_the_last_start_a_quarter_before_its_end(string region, string day, string lastStartAt) =>
        Assert.Equal(Given.Utc(lastStartAt), ProductRegion.CalendarOf(new RegionId(region)).WindowOf(Given.Day(day)).LastStartAt);

    private static void IsWindow(UpdateWindowCalendar calendar, string day, string startsAt, int hours)
    {
        var start = Given.Utc(startsAt);
        Assert.Equal(new UpdateWindow(start, start.AddHours(hours)), calendar.WindowOf(Given.Day(day)));
        Assert.Equal(Given.Day(day), calendar.DayOf(start));
        Assert.Equal(Given.Day(day).AddDays(-1), calendar.DayOf(start - Given.Tick));
    }
}
