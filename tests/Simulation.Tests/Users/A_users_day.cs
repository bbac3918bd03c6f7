using CsCheck;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Regions;
using Wuying.Simulation.Users;

namespace Wuying.Simulation.Tests.Users;

/// <summary>What holds for any user's plan of any day in any region, clock changes included.</summary>
public sealed class A_users_day
{
    private const int Cases = 3_000;

    private static readonly DateOnly FirstDay = new(2015, 1, 1);

    private static readonly Gen<SimulatedUsersOptions> AnyOptions = Gen.Select(
        Gen.Double[0.01, 1], Gen.Double[0, 1], Gen.Double[0, 1],
        (activity, forgotten, night) => new SimulatedUsersOptions { Activity = activity, ForgottenRate = forgotten, NightVisitRate = night });

    private static readonly Gen<Someone> Anyone = Gen.Select(
        AnyOptions, Gen.Int[0, ProductRegion.All.Length - 1], Gen.Int[0, 20 * 365], Gen.Int[0, 3], Gen.Int[1, 1_000],
        (options, region, days, near, number) =>
        {
            var product = ProductRegion.All[region];
            var day = FirstDay.AddDays(days);
            return new Someone(options, product, near < 2 ? NextClockChange(product, day).AddDays(near - 1) : day, number);
        });

    [Fact]
    public void Has_sessions_that_follow_each_other_within_the_day() => ForAll(someone =>
    {
        var plan = someone.Plan();
        var ends = plan.Sessions.SelectMany(session => new[] { session.From, session.To }).ToArray();
        return plan.StartsAt < plan.EndsAt
            && ends.All(end => plan.StartsAt <= end && end <= plan.EndsAt)
            && ends.Zip(ends.Skip(1)).All(pair => pair.First < pair.Second);
    });

    [Fact]
    public void Follows_from_the_seed() => ForAll(someone => someone.Plan().Sessions.SequenceEqual(someone.Plan().Sessions));

    [Fact]
    public void Begins_where_the_day_before_ended() => ForAll(someone =>
    {
        var (before, plan) = (someone.Plan(-1), someone.Plan());
        var isOpenAtMidnight = before.Sessions is [.., var last] && last.To == before.EndsAt;
        return before.EndsAt == plan.StartsAt && isOpenAtMidnight == plan.IsWantedAt(plan.StartsAt)
            || plan.Sessions is [var visit, ..] && visit.From == plan.StartsAt && someone.Habits.ComesAtNight(someone.Day);
    });

    [Fact]
    public void Changes_only_when_it_says_so() => ForAll(someone =>
    {
        var plan = someone.Plan();
        for (var at = plan.StartsAt; at < plan.EndsAt; at = plan.NextChangeAfter(at))
        {
            var next = plan.NextChangeAfter(at);
            var isSteady = plan.IsWantedAt(at) == plan.IsWantedAt(at + ((next - at) / 2)) && plan.IsWantedAt(at) == plan.IsWantedAt(next.AddTicks(-1));
            if (next <= at || !isSteady || (next < plan.EndsAt && plan.IsWantedAt(next) == plan.IsWantedAt(at)))
            {
                return false;
            }
        }

        return true;
    });

    [Fact]
    public void Has_its_office_hours_by_the_regions_clocks() => ForAll(someone =>
    {
        var (plan, calendar) = (someone.Plan(), someone.Region.Calendar);
        var works = plan.Sessions.Where(session => calendar.LocalTimeOf(session.From).TimeOfDay >= TimeSpan.FromHours(8)).ToArray();
        return works.Length == 0
            ? !someone.Habits.Works(someone.Day)
            : calendar.LocalTimeOf(works[0].From).TimeOfDay < TimeSpan.FromHours(10)
                && (works[^1].To == plan.EndsAt || calendar.LocalTimeOf(works[^1].To).TimeOfDay.TotalHours is >= 17 and < 20);
    });

    [Fact]
    public void Has_visits_at_night_within_the_window() => ForAll(someone =>
    {
        var window = someone.Region.Calendar.WindowOf(someone.Day);
        var visit = someone.Habits.NightVisitIn(window, someone.Day);
        return window.StartsAt <= visit.From && visit.To <= window.EndsAt && (visit.To - visit.From).TotalMinutes is >= 15 and <= 60;
    });

    [Fact]
    public void Ends_what_was_forgotten_in_the_morning() => ForAll(someone =>
        !someone.Habits.Forgets(someone.Day.AddDays(-1))
        || someone.Region.Calendar.LocalTimeOf(someone.Plan().Sessions[0].To).TimeOfDay.TotalHours is >= 7 and < 8);

    private static void ForAll(Func<Someone, bool> holds) => Anyone.Sample(holds, iter: Cases);

    // Left to chance, the two days of a year would hardly be tried. The day itself where clocks are never changed.
    private static DateOnly NextClockChange(ProductRegion region, DateOnly day) =>
        Enumerable.Range(0, 366).Select(day.AddDays).FirstOrDefault(
            each => region.Calendar.WindowOf(each.AddDays(1)).StartsAt - region.Calendar.WindowOf(each).StartsAt != TimeSpan.FromDays(1), day);

    private sealed record Someone(SimulatedUsersOptions Options, ProductRegion Region, DateOnly Day, int Number)
    {
        public Habits Habits => new(Options, seed: Number, new CloudComputerId($"ecd-{Number}"));

        public SessionPlan Plan(int daysLater = 0) => SessionPlan.Of(Habits, Region.Calendar, Day.AddDays(daysLater));
    }
}
