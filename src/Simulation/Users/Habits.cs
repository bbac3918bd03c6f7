using System.Globalization;
using Wuying.Domain.CloudComputers;
using Wuying.Domain.Updates;
using Wuying.Simulation.Machines;

namespace Wuying.Simulation.Users;

/// <summary>What a computer's user does on one of the region's days, and says to an offer. All of it follows from the seed: the same question has the same answer, whenever and however often it is asked.</summary>
/// <param name="options">How often what is done.</param>
/// <param name="seed">Of everything that happens by chance.</param>
/// <param name="computer">The computer, which tells one user's chances from another's.</param>
internal sealed class Habits(SimulatedUsersOptions options, long seed, CloudComputerId computer)
{
    private const double WeekendShare = 0.2;
    private const double LunchRate = 0.4;
    private const double StoppedAfterwardsRate = 0.2;

    private static readonly TimeOnly EarliestArrival = new(8, 0);
    private static readonly TimeOnly EarliestLunch = new(12, 0);
    private static readonly TimeOnly EarliestLeave = new(17, 0);
    private static readonly TimeOnly EarliestReturnOfTheForgetful = new(7, 0);

    /// <summary>Works on the day.</summary>
    public bool Works(DateOnly day) =>
        Draw(day, "works") < options.Activity * (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? WeekendShare : 1);

    /// <summary>Works on the day and does not log off in the evening.</summary>
    public bool Forgets(DateOnly day) => Works(day) && Draw(day, "forgets") < options.ForgottenRate;

    /// <summary>Comes in the night that the day begins with, if not connected still.</summary>
    public bool ComesAtNight(DateOnly day) => options.Activity > 0 && Draw(day, "night") < options.NightVisitRate;

    /// <summary>Goes out at midday.</summary>
    public bool HasLunch(DateOnly day) => Draw(day, "lunch") < LunchRate;

    /// <summary>The local time of the arrival, from eight to ten.</summary>
    public TimeOnly ArrivesAt(DateOnly day) => EarliestArrival.Add(Minutes(day, "arrival", 120));

    /// <summary>The local time of lunch, from twelve to half past, for half an hour to an hour.</summary>
    public (TimeOnly From, TimeOnly To) LunchOf(DateOnly day)
    {
        var from = EarliestLunch.Add(Minutes(day, "lunch from", 30));
        return (from, from.Add(TimeSpan.FromMinutes(30) + Minutes(day, "lunch length", 30)));
    }

    /// <summary>The local time of leaving, from seventeen to twenty.</summary>
    public TimeOnly LeavesAt(DateOnly day) => EarliestLeave.Add(Minutes(day, "leave", 180));

    /// <summary>The local time at which a session left open the evening before is ended, from seven to a quarter to eight.</summary>
    public TimeOnly EndsForgottenAt(DateOnly day) => EarliestReturnOfTheForgetful.Add(Minutes(day, "remembers", 45));

    /// <summary>A visit of a quarter of an hour to an hour, somewhere in the day's window.</summary>
    public Session NightVisitIn(UpdateWindow window, DateOnly day)
    {
        var length = TimeSpan.FromMinutes(15) + Minutes(day, "night length", 45);
        var room = (window.EndsAt - window.StartsAt - length).TotalSeconds;
        var from = window.StartsAt.AddSeconds(Math.Floor(room * Draw(day, "night from")));
        return new Session(from, from + length);
    }

    /// <summary>What is said to an offer that a log-on of the day shows.</summary>
    public OfferReply ReplyTo(UpdateId offer, DateOnly day)
    {
        var mood = Draw(day, $"reply to {offer}");
        if (mood >= options.AcceptRate)
        {
            return mood < options.AcceptRate + options.DeclineRate ? OfferReply.Decline : OfferReply.Ignore;
        }

        var delays = OfferAcceptance.DelaysAllowed;
        var delay = delays[(int)(Draw(day, $"delay of {offer}") * delays.Length)];
        var isStoppedAfterwards = Draw(day, $"afterwards of {offer}") < StoppedAfterwardsRate;
        return OfferReply.Accept(delay, isStoppedAfterwards ? StateAfterwards.Stopped : StateAfterwards.AsBefore);
    }

    private TimeSpan Minutes(DateOnly day, string purpose, int most) => TimeSpan.FromSeconds(Math.Floor(Draw(day, purpose) * most * 60));

    private double Draw(DateOnly day, string purpose) =>
        Chance.Draw(seed, computer.Value, string.Create(CultureInfo.InvariantCulture, $"{day.DayNumber} {purpose}"));
}
