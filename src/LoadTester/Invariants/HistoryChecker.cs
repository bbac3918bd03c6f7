namespace Wuying.LoadTester.Invariants;

/// <summary>
/// Reads a fleet's events, one after the other, and says which invariants they break. Knows the rule book, and none of the service's
/// rules: it shares no code with them. Keeps what has not ended in full, and the rest in brief.
/// </summary>
public sealed class HistoryChecker
{
    private readonly Findings _findings = new();
    private readonly Names _names = new();
    private readonly UpdateBook _book = new();
    private readonly Dictionary<string, int> _kinds = new(StringComparer.Ordinal);
    private readonly bool _isWhole;
    private readonly ContinuityWatch _continuity;
    private readonly UpdateWatch _updates;
    private readonly QuotaWatch _quotas;
    private readonly OfferWatch _offers;
    private readonly MachineWatch _machines;
    private readonly SnapshotWatch _snapshots;
    private readonly NotificationWatch _notifications;

    /// <summary>Begins a reading.</summary>
    /// <param name="zones">The IANA time zone of each region; may grow while events are read.</param>
    /// <param name="isWhole">True when the first event that is seen is the first that ever was: then nothing is taken for granted.</param>
    /// <param name="followedUsersMax">How many users' notifications are followed.</param>
    public HistoryChecker(IReadOnlyDictionary<string, string> zones, bool isWhole = true, int followedUsersMax = int.MaxValue)
    {
        _isWhole = isWhole;
        var windows = new LocalWindows(zones);
        _continuity = new ContinuityWatch(_findings, isWhole);
        _quotas = new QuotaWatch(_findings, isWhole);
        _updates = new UpdateWatch(_findings, _book, new StartWatch(_findings, _book, windows), _quotas, windows);
        _offers = new OfferWatch(_findings, _names);
        _machines = new MachineWatch(_findings);
        _snapshots = new SnapshotWatch(_findings);
        _notifications = new NotificationWatch(_findings, _names, followedUsersMax);
    }

    /// <summary>What the events seen so far break: the first ten thousand violations.</summary>
    public IReadOnlyList<Violation> Violations => _findings.Violations;

    /// <summary>How many violations there are.</summary>
    public long ViolationsTotal => _findings.Total;

    /// <summary>How many events were seen.</summary>
    public long Events { get; private set; }

    /// <summary>The sequence of the last event seen; 0 before the first.</summary>
    public long LastSequence { get; private set; }

    /// <summary>When the last event seen happened, by the service's clock; null before the first.</summary>
    public DateTimeOffset? LastAt { get; private set; }

    /// <summary>How many updates ended, by the event that ended them.</summary>
    public IReadOnlyDictionary<string, int> EndedBy => _book.EndedBy;

    /// <summary>How many events of each kind there were.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>The places that the events account for, by region and day.</summary>
    public IReadOnlyDictionary<(string Region, string Day), int> Places => _quotas.Places;

    /// <summary>Whose notifications it can judge; nobody's when the history does not begin at the beginning.</summary>
    public IReadOnlyCollection<string> FollowedUsers => _isWhole ? _notifications.Followed : [];

    /// <summary>What the verdict rests on, in sentences.</summary>
    public IReadOnlyList<string> Assumptions => HistoryAssumptions.Of(_isWhole, _updates.Inherited);

    /// <summary>Sees one event.</summary>
    public void See(HistoryEvent told)
    {
        _findings.Sequence = told.Sequence;
        _findings.Expect(told.Sequence > LastSequence, "order", $"event {told.Sequence} comes after event {LastSequence}", LastSequence);
        (LastSequence, LastAt) = (Math.Max(LastSequence, told.Sequence), told.At);
        Events++;
        try
        {
            See(Fact.Of(told, _names));
        }
        catch (HistoryShapeException unclear)
        {
            _findings.Expect(false, "shape", $"{told.Kind} of {told.SubjectId} cannot be understood: {unclear.Message}");
        }
    }

    /// <summary>Sees what a user was told in the end, newest first, at most a hundred. Passed over when the history does not begin at the beginning.</summary>
    public void SeeNotifications(string user, IReadOnlyList<ToldNotification> told)
    {
        _findings.Sequence = 0;
        if (_isWhole)
        {
            _notifications.SeeTold(user, told);
        }
    }

    /// <summary>Sees how many places of a day's quota are taken in the end.</summary>
    public void SeePlaces(string region, string day, int reserved)
    {
        _findings.Sequence = 0;
        _quotas.SeeTaken(region, day, reserved);
    }

    /// <summary>Sees that all that was asked has come to an end: call it when the nights are over.</summary>
    public void ExpectAllEnded()
    {
        _findings.Sequence = 0;
        _updates.ExpectAllEnded();
        _offers.ExpectNoneWithdrawn();
        _machines.ExpectIdle();
    }

    private void See(Fact read)
    {
        var fact = read with { IsMetMidway = _continuity.See(read) };
        _kinds[fact.Kind] = _kinds.GetValueOrDefault(fact.Kind) + 1;
        if (fact.IsOfComputer)
        {
            _updates.See(fact);
        }
        else if (fact.IsOfRegion)
        {
            _quotas.See(fact);
        }

        _offers.See(fact);
        _machines.See(fact);
        _snapshots.See(fact);
        _notifications.See(fact);
    }
}
