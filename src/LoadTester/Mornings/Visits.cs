namespace Wuying.LoadTester.Mornings;

/// <summary>Who comes when, and says what: all users in an order of chance, and then again. The same seed and the same users give the same visits.</summary>
internal sealed class Visits
{
    private static readonly string[] Later = ["in4Hours", "in8Hours", "in12Hours"];

    private readonly (string User, string ComputerId)[] _users;
    private readonly MorningPlan _plan;
    private readonly Random _chance;
    private int _next;

    /// <summary>Lets users queue.</summary>
    /// <param name="users">Each with the computer they work with, in a fixed order.</param>
    /// <param name="plan">What they do.</param>
    public Visits(IEnumerable<(string User, string ComputerId)> users, MorningPlan plan)
    {
        (_users, _plan) = ([.. users], plan);
        _chance = new Random((int)(plan.Seed % int.MaxValue));
        _chance.Shuffle(_users);
    }

    /// <summary>The next one.</summary>
    public Visit Next()
    {
        var (user, computer) = _users[_next++ % _users.Length];
        return new Visit(user, computer, Reply());
    }

    // Drawn whether or not anything is offered, so that what is offered does not change what others do.
    private string? Reply()
    {
        var (reply, isNow, later) = (_chance.Next(100), _chance.Next(100) < _plan.NowPercent, Later[_chance.Next(Later.Length)]);
        return reply < _plan.AcceptPercent ? (isNow ? "now" : later)
            : reply < _plan.AcceptPercent + _plan.DeclinePercent ? "decline"
            : null;
    }
}
