using Wuying.Domain.CloudComputers;
using Wuying.Domain.EndUsers;
using Wuying.Domain.Updates;

namespace Wuying.Simulation.Users;

/// <summary>A computer's user as the simulation remembers them between two ticks. Only a memory: what they want follows from <see cref="Habits"/>, and what they last did from the store.</summary>
internal sealed class SimulatedUser(CloudComputerId computer, UserId id, Habits habits, UpdateWindowCalendar calendar)
{
    private SessionPlan? _plan;

    /// <summary>Names the user.</summary>
    public UserId Id => id;

    /// <summary>The computer they work on.</summary>
    public CloudComputerId ComputerId => computer;

    /// <summary>Whether they got what they came for when they last tried.</summary>
    public bool IsConnected { get; set; }

    /// <summary>Has started the client, and seen what it shows, since they came.</summary>
    public bool HasLoggedOn { get; set; }

    /// <summary>Whether they want to be connected at an instant.</summary>
    public bool IsWantedAt(DateTimeOffset instant) => PlanAt(instant).IsWantedAt(instant);

    /// <summary>The next instant at which they may want something else.</summary>
    public DateTimeOffset NextChangeAfter(DateTimeOffset instant) => PlanAt(instant).NextChangeAfter(instant);

    private SessionPlan PlanAt(DateTimeOffset instant) =>
        _plan is { } plan && plan.StartsAt <= instant && instant < plan.EndsAt
            ? plan
            : _plan = SessionPlan.Of(habits, calendar, calendar.DayOf(instant));
}
