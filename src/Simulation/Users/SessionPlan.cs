using System.Collections.Immutable;
using Wuying.Domain.Updates;

namespace Wuying.Simulation.Users;

/// <summary>When a user wants to be connected on one of the region's days, from its first instant to the next day's. A session left open overnight is in the plans of both days.</summary>
internal sealed class SessionPlan
{
    private SessionPlan(DateTimeOffset startsAt, DateTimeOffset endsAt, ImmutableArray<Session> sessions) =>
        (StartsAt, EndsAt, Sessions) = (startsAt, endsAt, sessions);

    /// <summary>The first instant of the day.</summary>
    public DateTimeOffset StartsAt { get; }

    /// <summary>The first instant of the next day, for which another plan holds.</summary>
    public DateTimeOffset EndsAt { get; }

    /// <summary>The day's sessions, one after the other.</summary>
    public ImmutableArray<Session> Sessions { get; }

    /// <summary>Plans a day.</summary>
    public static SessionPlan Of(Habits habits, UpdateWindowCalendar calendar, DateOnly day)
    {
        var window = calendar.WindowOf(day);
        var endsAt = calendar.WindowOf(day.AddDays(1)).StartsAt;
        var sessions = ImmutableArray.CreateBuilder<Session>();
        if (habits.Forgets(day.AddDays(-1)))
        {
            sessions.Add(new Session(window.StartsAt, At(habits.EndsForgottenAt(day))));
        }
        else if (habits.ComesAtNight(day))
        {
            sessions.Add(habits.NightVisitIn(window, day));
        }

        if (habits.Works(day))
        {
            var arrives = At(habits.ArrivesAt(day));
            if (habits.HasLunch(day))
            {
                var (from, to) = habits.LunchOf(day);
                sessions.Add(new Session(arrives, At(from)));
                arrives = At(to);
            }

            sessions.Add(new Session(arrives, habits.Forgets(day) ? endsAt : At(habits.LeavesAt(day))));
        }

        return new SessionPlan(window.StartsAt, endsAt, sessions.ToImmutable());

        DateTimeOffset At(TimeOnly local) => calendar.InstantOf(day.ToDateTime(local));
    }

    /// <summary>Whether the user wants to be connected at an instant of the day.</summary>
    public bool IsWantedAt(DateTimeOffset instant) => Sessions.Any(session => session.Covers(instant));

    /// <summary>The next instant at which that may be different: where a session begins or ends, or another day's plan takes over.</summary>
    public DateTimeOffset NextChangeAfter(DateTimeOffset instant)
    {
        foreach (var session in Sessions)
        {
            if (session.From > instant)
            {
                return session.From;
            }

            if (session.To > instant)
            {
                return session.To;
            }
        }

        return EndsAt;
    }
}
