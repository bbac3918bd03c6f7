using System.Globalization;

namespace Wuying.Harness.History;

/// <summary>Every update has one request, at most one start, at its time and on an idle computer, one outcome, and a place in its day's quota (R9, R12, R16–R23).</summary>
internal sealed class UpdateWatch(Findings findings, IReadOnlyDictionary<string, string> zones)
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(3);
    private static readonly string[] Outcomes =
        ["updateSucceeded", "updateFailed", "updateMissed", "updateCancelled", "updateSuperseded", "offerDeclined", "offerWithdrawn"];

    private readonly Dictionary<string, Asked> _updates = [];
    private readonly Dictionary<string, int> _limits = [];
    private readonly Dictionary<(string Region, string Day), int> _places = [];

    public IReadOnlyDictionary<string, int> EndedBy => _updates.Values
        .Where(update => update.Outcome is not null)
        .GroupBy(update => update.Outcome!)
        .ToDictionary(group => group.Key, group => group.Count());

    public void See(Fact fact)
    {
        if (fact.Kind is "dailyUpdateQuotaSet")
        {
            _limits[fact.Event.RegionId] = fact.Number("limit");
        }

        if (!fact.IsOfComputer)
        {
            return;
        }

        findings.Expect((fact.After!.Status == "updating") == (fact.After.PendingState == "running"), "R12", $"{fact.Id} contradicts itself: {fact.After}");
        findings.Expect(fact.After.ConnectedUserId is null || fact.After.Status == "running", "R12", $"{fact.Id} is connected to while {fact.After.Status}");
        switch (fact.Kind)
        {
            case "updateRequested" or "updateOffered":
                SeeRequest(fact);
                break;
            case "offerAccepted":
                SeeAcceptance(fact);
                break;
            case "updateStarted":
                SeeStart(fact, fact.Text("updateId")!);
                break;
            case "userConnected":
                SeeConnection(fact);
                break;
            case var kind when Outcomes.Contains(kind) && fact.Text("updateId") is { } id:
                SeeOutcome(fact, id);
                break;
        }
    }

    /// <summary>Sees how many places of a day are taken in the end.</summary>
    public void SeePlaces(string region, string day, int reserved)
    {
        var accounted = _places.GetValueOrDefault((region, day));
        findings.Expect(accounted == reserved, "R17", $"{reserved} places of {region} {day} are taken, and {accounted} accounted for");
    }

    /// <summary>An offer that nobody decides about is nobody's work; everything else must have ended.</summary>
    public void ExpectAllEnded()
    {
        foreach (var (id, _) in _updates.Where(update => update.Value is { Outcome: null } asked && (!asked.IsOffered || asked.AcceptedAt is not null)))
        {
            findings.Expect(false, "one outcome", $"{id} never ended");
        }
    }

    private void SeeRequest(Fact fact)
    {
        var id = fact.Text("update", "updateId")!;
        var asked = new Asked(fact.Event.RegionId, fact.Text("update", "method")!);
        findings.Expect(_updates.TryAdd(id, asked), "one request", $"{id} was requested twice");
        findings.Expect(fact.Before?.UpdateId is null, "one update", $"{id} came while {fact.Before?.UpdateId} was pending");
        if (asked.IsOffered)
        {
            return;
        }

        var day = fact.Text("update", "date")!;
        TakePlace(id, day);
        if (asked.IsScheduled)
        {
            var left = WindowOf(asked.Region, day).Start - fact.At;
            findings.Expect(left >= TimeSpan.FromHours(3) && left <= TimeSpan.FromDays(32), "R16", $"{day} was picked {left} ahead");
        }
    }

    private void SeeAcceptance(Fact fact)
    {
        var id = fact.Text("updateId")!;
        var asked = _updates[id];
        findings.Expect(asked is { IsOffered: true, Outcome: null, HasStarted: false }, "R7", $"{id} was accepted after it was withdrawn, declined, started or over: {asked}");
        var startsAt = fact.Instant("startsAt");
        var delay = (startsAt - fact.At).TotalHours;
        findings.Expect(delay is 0 or 4 or 8 or 12, "R8", $"{id} was accepted for {delay} hours later");
        GiveBack(id);
        _updates[id] = _updates[id] with { AcceptedAt = fact.At, StartsAt = startsAt };
        TakePlace(id, fact.Text("reservation", "day")!);
    }

    private void SeeStart(Fact fact, string id)
    {
        var asked = _updates[id];
        findings.Expect(fact.Before!.Status == "running", "R12", $"{id} started on a computer that was {fact.Before.Status}");
        findings.Expect(fact.Before.ConnectedUserId is null, "R12", $"{id} started while {fact.Before.ConnectedUserId} was connected");
        findings.Expect(!asked.HasStarted && asked.Outcome is null, "one start", $"{id} started twice, or after its end");
        findings.Expect(!asked.IsOffered || asked.AcceptedAt is not null, "R8", $"{id} started though nobody had accepted it");
        findings.Expect(
            fact.Before.Snapshot == "ready" || (!asked.IsScheduled && !asked.IsOffered && fact.Before.Snapshot == "notWanted"),
            "R19", $"{id} started with snapshot {fact.Before.Snapshot}");
        var (from, until) = TimesOf(asked);
        findings.Expect(fact.At >= from && fact.At <= until, asked.IsOffered ? "R9" : "R20", $"{id} started at {fact.At:O}, outside {from:O} to {until:O}");
        _updates[id] = asked with { HasStarted = true };
    }

    private void SeeConnection(Fact fact)
    {
        findings.Expect(fact.Before!.Status == "running", "R9", $"{fact.Id} was connected to while {fact.Before.Status}");
        var isAboutToStart = fact.Before.UpdateId is { } id && _updates[id].IsAboutToStart;
        findings.Expect(!isAboutToStart, "R9", $"{fact.Id} was connected to after its update was accepted for now");
    }

    private void SeeOutcome(Fact fact, string id)
    {
        var asked = _updates[id];
        findings.Expect(asked.Outcome is null, "one outcome", $"{id} ended by {asked.Outcome} and by {fact.Kind}");
        findings.Expect(asked.HasStarted == fact.Kind is "updateSucceeded" or "updateFailed", "one outcome", $"{id} ended by {fact.Kind}, started: {asked.HasStarted}");
        findings.Expect(fact.Kind is not "offerWithdrawn" || asked.AcceptedAt is null, "R7", $"{id} was withdrawn though it was accepted");
        findings.Expect(asked.HasStarted || fact.At <= EndOf(asked) + Slack, "R28", $"{id} still waited at {fact.At:O}");
        if (fact.Kind is not ("updateSucceeded" or "updateFailed" or "updateMissed"))
        {
            GiveBack(id);
        }

        _updates[id] = _updates[id] with { Outcome = fact.Kind };
    }

    private void TakePlace(string id, string day)
    {
        var asked = _updates[id] = _updates[id] with { Day = day };
        var taken = _places[(asked.Region, day)] = _places.GetValueOrDefault((asked.Region, day)) + 1;
        var limit = _limits.GetValueOrDefault(asked.Region, 1_000);
        findings.Expect(taken <= limit, "R17", $"{taken} places of {asked.Region} {day} are taken, of {limit}");
    }

    private void GiveBack(string id)
    {
        if (_updates[id] is { Day: { } day } asked)
        {
            _places[(asked.Region, day)]--;
            _updates[id] = asked with { Day = null };
        }
    }

    /// <summary>From when to when it may start.</summary>
    private (DateTimeOffset From, DateTimeOffset Until) TimesOf(Asked asked) => asked switch
    {
        { IsScheduled: true } => (WindowOf(asked.Region, asked.Day!).Start, WindowOf(asked.Region, asked.Day!).End.AddMinutes(-15)),
        { StartsAt: { } startsAt } => (startsAt, startsAt.AddHours(12)),
        _ => (DateTimeOffset.MinValue, DateTimeOffset.MaxValue),
    };

    /// <summary>When it must be over if it has not started.</summary>
    private DateTimeOffset EndOf(Asked asked) => asked switch
    {
        { IsScheduled: true, Day: { } day } => WindowOf(asked.Region, day).End,
        { StartsAt: { } startsAt } => startsAt.AddHours(12),
        _ => DateTimeOffset.MaxValue - Slack,
    };

    private (DateTimeOffset Start, DateTimeOffset End) WindowOf(string region, string day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(zones[region]);
        var midnight = DateTime.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (At(midnight), At(midnight.AddHours(5)));

        DateTimeOffset At(DateTime local) => new(local, zone.GetUtcOffset(local));
    }
}
