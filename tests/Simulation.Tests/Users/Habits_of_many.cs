using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Simulation.Users;

namespace Wuying.Simulation.Tests.Users;

public sealed class Habits_of_many
{
    private const int Draws = 10_000;
    private const double Tolerance = 0.02;

    private static readonly DateOnly Wednesday = new(2023, 10, 25);
    private static readonly DateOnly Saturday = new(2023, 10, 28);
    private static readonly UpdateId Offer = new("ecd-1-u1");

    private static readonly SimulatedUsersOptions Options = new()
    {
        Activity = 0.7,
        ForgottenRate = 0.1,
        NightVisitRate = 0.05,
        AcceptRate = 0.5,
        DeclineRate = 0.2,
    };

    [Fact]
    public void Are_to_work_on_most_days() => Assert.Equal(0.7, Share(habits => habits.Works(Wednesday)), Tolerance);

    [Fact]
    public void Are_to_rest_at_weekends() => Assert.Equal(0.14, Share(habits => habits.Works(Saturday)), Tolerance);

    [Fact]
    public void Are_to_log_off_in_most_evenings() => Assert.Equal(0.07, Share(habits => habits.Forgets(Wednesday)), Tolerance);

    [Fact]
    public void Are_to_sleep_at_night() => Assert.Equal(0.05, Share(habits => habits.ComesAtNight(Wednesday)), Tolerance);

    [Fact]
    public void Are_to_accept_offers_or_decline_them_or_leave_them()
    {
        Assert.Equal(0.5, Share(habits => habits.ReplyTo(Offer, Wednesday).Kind is OfferReplyKind.Accept), Tolerance);
        Assert.Equal(0.2, Share(habits => habits.ReplyTo(Offer, Wednesday).Kind is OfferReplyKind.Decline), Tolerance);
        Assert.All(OfferAcceptance.DelaysAllowed, delay => Assert.Equal(0.125, Share(habits =>
            habits.ReplyTo(Offer, Wednesday) is { Kind: OfferReplyKind.Accept } reply && reply.Delay == delay), Tolerance));
        Assert.Equal(0.1, Share(habits => habits.ReplyTo(Offer, Wednesday).StateAfterwards is StateAfterwards.Stopped), Tolerance);
    }

    [Fact]
    public void Are_others_on_another_day()
    {
        Assert.Equal(0.58, Share(habits => habits.Works(Wednesday) == habits.Works(Wednesday.AddDays(1))), Tolerance);
    }

    [Fact]
    public void Are_to_stay_away_without_activity() =>
        Assert.Equal(0, Enumerable.Range(0, Draws).Count(number =>
            !SessionPlan.Of(HabitsOf(number, 1, new SimulatedUsersOptions { NightVisitRate = 1, ForgottenRate = 1 }), Hangzhou, Wednesday).Sessions.IsEmpty));

    private static UpdateWindowCalendar Hangzhou => Domain.Regions.ProductRegion.CalendarOf(Harness.A.Hangzhou);

    private static double Share(Func<Habits, bool> holds) =>
        Enumerable.Range(0, Draws).Count(number => holds(HabitsOf(number))) / (double)Draws;

    private static Habits HabitsOf(int number, long seed = 1, SimulatedUsersOptions? options = null) =>
        new(options ?? Options, seed, new CloudComputerId($"ecd-{number}"));
}
