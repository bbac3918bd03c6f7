namespace Wuying.Domain.Tests.Updates;

public sealed class R16_Picking_a_day
{
    /// <summary>21:00:00 local time, exactly three hours before the next midnight: on an ordinary day and on the eves of clock changes.</summary>
    public static TheoryData<string, string, string> ExactlyThreeHoursLeft => new()
    {
        { "cn-hangzhou", "2024-05-10T13:00:00Z", "2024-05-11" },
        { "eu-central-1", "2024-03-30T20:00:00Z", "2024-03-31" },
        { "eu-central-1", "2024-10-26T19:00:00Z", "2024-10-27" },
        { "us-west-1", "2024-03-10T05:00:00Z", "2024-03-10" },
        { "us-west-1", "2024-11-03T04:00:00Z", "2024-11-03" },
    };

    [Theory, MemberData(nameof(ExactlyThreeHoursLeft))]
    public void Is_allowed_at_exactly_three_hours(string region, string now, string tomorrow) =>
        Assert.Null(Why(region, Given.Day(tomorrow), Given.Utc(now)));

    [Theory, MemberData(nameof(ExactlyThreeHoursLeft))]
    public void Is_allowed_a_millisecond_before(string region, string now, string tomorrow) =>
        Assert.Null(Why(region, Given.Day(tomorrow), Given.Utc(now).AddMilliseconds(-1)));

    [Theory, MemberData(nameof(ExactlyThreeHoursLeft))]
    public void Is_refused_with_less_than_three_hours_left(string region, string now, string tomorrow)
    {
        Assert.Equal(RejectionCode.DateTooSoon, Why(region, Given.Day(tomorrow), Given.Utc(now).AddMilliseconds(1)));
        Assert.Equal(RejectionCode.DateTooSoon, Why(region, Given.Day(tomorrow), Given.Utc(now) + Given.Tick));
    }

    [Theory, MemberData(nameof(ExactlyThreeHoursLeft))]
    public void Offers_the_day_after_when_tomorrow_is_too_soon(string region, string now, string tomorrow)
    {
        var calendar = ProductRegion.CalendarOf(new RegionId(region));
        var instant = Given.Utc(now);

        Assert.Equal(Given.Day(tomorrow), calendar.FirstPickableDay(instant));
        Assert.Equal(Given.Day(tomorrow).AddDays(1), calendar.FirstPickableDay(instant.AddMilliseconds(1)));
        Assert.Null(Why(region, Given.Day(tomorrow).AddDays(1), instant.AddMilliseconds(1)));
    }

    [Theory]
    [InlineData("2024-05-10")]
    [InlineData("2024-05-09")]
    [InlineData("2023-05-11")]
    public void Never_allows_today_or_the_past(string day) =>
        Assert.Equal(RejectionCode.DateTooSoon, Why("cn-hangzhou", Given.Day(day), Given.Noon));

    [Fact]
    public void Allows_thirty_days_ahead_at_the_most()
    {
        var today = Given.Calendar.DayOf(Given.Noon);

        Assert.Null(Why("cn-hangzhou", today.AddDays(30), Given.Noon));
        Assert.Equal(RejectionCode.DateTooFar, Why("cn-hangzhou", today.AddDays(31), Given.Noon));
    }

    [Theory]
    [InlineData("2024-05-10", RejectionCode.DateTooSoon)]
    [InlineData("2024-06-10", RejectionCode.DateTooFar)]
    public void Is_judged_when_a_scheduled_update_is_asked_for(string day, RejectionCode code) =>
        Given.Refused(code, Given.Computer().Ask(Given.Scheduled(Given.Day(day)), Given.Noon));

    [Fact]
    public void Is_judged_again_when_the_day_is_changed()
    {
        var computer = Given.Computer().Asked(Given.Scheduled(Given.Night.AddDays(5)), Given.Noon);

        Given.Refused(RejectionCode.DateTooSoon, computer.Ask(Given.Scheduled(Given.Night), Given.Midnight.AddHours(-2)));
    }

    private static RejectionCode? Why(string region, DateOnly day, DateTimeOffset now) =>
        ProductRegion.CalendarOf(new RegionId(region)).WhyNotPickable(day, now)?.Code;
}
