using Wuying.Contracts.EndUsers;
using Wuying.Contracts.Fleet;

namespace Wuying.Harness.History;

/// <summary>Reads a fleet's events, one after the other, and says which invariants they break. Knows the rule book, and none of the service's rules: it shares no code with them.</summary>
public sealed class HistoryChecker
{
    private readonly Findings _findings = new();
    private readonly Dictionary<(string Subject, string Id), string> _last = [];
    private readonly UpdateWatch _updates;
    private readonly OfferWatch _offers;
    private readonly MachineWatch _machines;
    private readonly NotificationWatch _notifications;

    /// <summary>Begins a reading.</summary>
    /// <param name="zones">The IANA time zone of each region.</param>
    public HistoryChecker(IReadOnlyDictionary<string, string> zones)
    {
        _updates = new UpdateWatch(_findings, zones);
        _offers = new OfferWatch(_findings);
        _machines = new MachineWatch(_findings);
        _notifications = new NotificationWatch(_findings);
    }

    /// <summary>What the events seen so far break.</summary>
    public IReadOnlyList<Violation> Violations => _findings.Violations;

    /// <summary>How many updates ended, by the event that ended them.</summary>
    public IReadOnlyDictionary<string, int> EndedBy => _updates.EndedBy;

    /// <summary>How many events of each kind there were.</summary>
    public Dictionary<string, int> Kinds { get; } = [];

    /// <summary>Sees one event.</summary>
    public void See(RecordedEvent recorded)
    {
        _findings.Expect(recorded.Sequence > _findings.Sequence, "order", "events come in the order of their sequence");
        _findings.Sequence = recorded.Sequence;
        var fact = Fact.Of(recorded);
        Kinds[fact.Kind] = Kinds.GetValueOrDefault(fact.Kind) + 1;
        SeeContinuity(fact);
        _updates.See(fact);
        _offers.See(fact);
        _machines.See(fact);
        _notifications.See(fact);
    }

    /// <summary>Sees what a user was told in the end, newest first, at most a hundred.</summary>
    public void SeeNotifications(string user, IReadOnlyList<RecordedNotification> told) => _notifications.SeeTold(user, told);

    /// <summary>Sees how many places of a day's quota are taken in the end.</summary>
    public void SeePlaces(string region, string day, int reserved) => _updates.SeePlaces(region, day, reserved);

    /// <summary>Sees that all that was asked has come to an end: call it when the nights are over.</summary>
    public void ExpectAllEnded()
    {
        _updates.ExpectAllEnded();
        _offers.ExpectNoneWithdrawn();
        _machines.ExpectIdle();
    }

    private void SeeContinuity(Fact fact)
    {
        var subject = (fact.Event.Subject, fact.Id);
        _findings.Expect(
            fact.Event.Before == _last.GetValueOrDefault(subject),
            "continuity", $"{fact.Id} was {_last.GetValueOrDefault(subject)} and is told to have been {fact.Event.Before}");
        _last[subject] = fact.Event.After!;
    }
}
